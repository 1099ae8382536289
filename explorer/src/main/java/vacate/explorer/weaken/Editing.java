// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.List;
import org.objectweb.asm.ClassReader;

/** A program in which some methods do one thing otherwise. */
public final class Editing extends Change {
  private final List<Edit> edits;

  /**
   * @param classes finds the program's classes
   * @param edits made one after the other
   * @throws IllegalArgumentException if the class of one is not there
   */
  public Editing(ClassLoader classes, List<Edit> edits) {
    super(edits.toString(), classes);
    this.edits = List.copyOf(edits);
    for (Edit edit : edits) {
      if (classes.getResource(edit.type().replace('.', '/') + ".class") == null) {
        throw new IllegalArgumentException(edit + ": no such class");
      }
    }
  }

  @Override
  byte[] changed(byte[] classFile) {
    String type = new ClassReader(classFile).getClassName().replace('/', '.');
    byte[] file = classFile;
    for (Edit edit : edits) {
      if (edit.type().equals(type)) {
        file = edit.apply(file);
      }
    }
    return file;
  }

  @Override
  public String toString() {
    return String.join(", ", edits.stream().map(Edit::toString).toList());
  }
}
