// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A change of order in one class of the port, made in its class file. A statement is what was
 * compiled from one line; it is named by a field or method that it accesses.
 *
 * @param type the class, below {@code vacate}
 * @param changes by method
 */
record Edit(String type, Map<String, Consumer<Lines>> changes) {
  static Edit of(String type, String method, Consumer<Lines> change) {
    return new Edit(type, Map.of(method, change));
  }

  boolean isOf(String className) {
    return className.equals("vacate." + type);
  }

  byte[] apply(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    changes.forEach((method, change) -> change.accept(new Lines(method(node, method))));
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

  /** The statements of a method. Frames, labels and line numbers stay where they are. */
  static final class Lines {
    private final InsnList code;
    private final List<List<AbstractInsnNode>> lines = new ArrayList<>();

    private Lines(MethodNode method) {
      code = method.instructions;
      for (AbstractInsnNode node : code) {
        if (node instanceof LineNumberNode) {
          lines.add(new ArrayList<>());
        } else if (node.getOpcode() >= 0) {
          lines.get(lines.size() - 1).add(node);
        }
      }
      lines.removeIf(List::isEmpty);
    }

    /** The n-th line, from 1, that names the field or method. */
    private int indexOf(String member, int nth) {
      int left = nth;
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).stream().anyMatch(names(member)) && --left == 0) {
          return i;
        }
      }
      throw new AssertionError("no line " + nth + " with " + member);
    }

    private static Predicate<AbstractInsnNode> names(String member) {
      return node ->
          member.equals("array store") && node.getOpcode() == Opcodes.LASTORE
              || node instanceof MethodInsnNode call && call.name.equals(member)
              || node instanceof FieldInsnNode field && field.name.equals(member);
    }

    /** Moves a line: by so many lines towards the end, or, if negative, towards the beginning. */
    void shift(String member, int nth, int by) {
      int from = indexOf(member, nth);
      List<AbstractInsnNode> line = withoutJump(lines.get(from));
      List<AbstractInsnNode> target = withoutJump(lines.get(from + by));
      lines.add(from + by, lines.remove(from));
      line.forEach(code::remove);
      if (by < 0) {
        line.forEach(node -> code.insertBefore(target.get(0), node));
      } else {
        AbstractInsnNode at = target.get(target.size() - 1);
        for (AbstractInsnNode node : line) {
          code.insert(at, node);
          at = node;
        }
      }
    }

    /** A jump to the end of a branch is not part of the statement before it. */
    private static List<AbstractInsnNode> withoutJump(List<AbstractInsnNode> line) {
      int last = line.size() - 1;
      return line.get(last).getOpcode() == Opcodes.GOTO ? line.subList(0, last) : line;
    }

    /** Puts code before a line. */
    void insert(String member, int nth, AbstractInsnNode... nodes) {
      AbstractInsnNode at = lines.get(indexOf(member, nth)).get(0);
      for (AbstractInsnNode node : nodes) {
        code.insertBefore(at, node);
      }
    }

    /** Leaves out the only lock and its unlock. */
    void withoutLock() {
      drop("unlock", 1);
      drop("lock", 1);
    }

    /** Leaves a line out. */
    void drop(String member, int nth) {
      withoutJump(lines.remove(indexOf(member, nth))).forEach(code::remove);
    }
  }
}
