// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import org.objectweb.asm.ClassReader;

/** A program in which two neighbouring steps of a method come in the other order. */
public final class Swapping extends Change {
  private final Swap swap;

  /**
   * @param classes finds the program's classes
   * @throws IllegalArgumentException if the class is not there
   */
  public Swapping(ClassLoader classes, Swap swap) {
    super(swap.toString(), classes);
    this.swap = swap;
    if (classes.getResource(swap.type().replace('.', '/') + ".class") == null) {
      throw new IllegalArgumentException(swap + ": no such class");
    }
  }

  @Override
  byte[] changed(byte[] classFile) {
    String type = new ClassReader(classFile).getClassName().replace('/', '.');
    return type.equals(swap.type()) ? swap.apply(classFile, getParent()) : classFile;
  }

  @Override
  public String toString() {
    return swap.toString();
  }
}
