// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import vacate.explorer.weaken.Statements;

/**
 * A change of order in one class of the port, made in its class file.
 *
 * @param type the class, below {@code vacate}
 * @param changes by method
 */
record Reordering(String type, Map<String, Consumer<Statements>> changes) implements World.Changes {
  static Reordering of(String type, String method, Consumer<Statements> change) {
    return new Reordering(type, Map.of(method, change));
  }

  @Override
  public boolean isOf(String className) {
    return className.equals("vacate." + type);
  }

  @Override
  public byte[] apply(String className, byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
    changes.forEach((method, change) -> change.accept(new Statements(method(node, method))));
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static MethodNode method(ClassNode node, String name) {
    List<MethodNode> named = node.methods.stream().filter(m -> m.name.equals(name)).toList();
    if (named.size() != 1) {
      throw new AssertionError(named.size() + " methods " + node.name + "." + name);
    }
    return named.get(0);
  }

  /** Leaves out the only lock and its unlock. */
  static void withoutLock(Statements lines) {
    lines.drop("unlock", 1);
    lines.drop("lock", 1);
  }
}
