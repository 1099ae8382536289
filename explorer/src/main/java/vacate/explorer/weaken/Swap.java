// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import vacate.explorer.weave.NewFrames;

/**
 * Two neighbouring steps of a method that change places.
 *
 * @param type binary name of the class
 * @param method its name and descriptor
 * @param from number of the first instruction of what comes first
 * @param middle number of the first instruction of what comes second
 * @param end number of the instruction behind that
 * @param first what the first step does, in names of the program
 * @param second what the second does
 * @param firstLine where the first begins
 * @param secondLine where the second begins
 * @param isNoticed whether {@link vacate.explorer.World#entered} tells of the method if it is
 *     entered
 */
public record Swap(
    String type,
    String method,
    int from,
    int middle,
    int end,
    String first,
    String second,
    int firstLine,
    int secondLine,
    boolean isNoticed) {

  /** The class file as it then is. */
  byte[] apply(byte[] classFile, ClassLoader classes) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
    MethodNode code =
        node.methods.stream()
            .filter(m -> (m.name + m.desc).equals(method))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(this + ": no such method"));
    Instructions instructions = new Instructions(node.name, code);
    if (end >= instructions.length()) {
      throw new IllegalArgumentException(this + ": no such instruction");
    }
    code.instructions = instructions.swapped(from, middle, end);
    code.localVariables = null; // their scopes are no more
    ClassWriter writer = NewFrames.computingFrames(classes);
    node.accept(writer);
    return writer.toByteArray();
  }

  /** {@code a.Type.method(I)V: lock, line 12 <-> count, line 13}. */
  @Override
  public String toString() {
    return type
        + "."
        + method
        + ": "
        + first
        + ", line "
        + firstLine
        + " <-> "
        + second
        + ", line "
        + secondLine;
  }
}
