// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The statements of a method, to be moved and left out. One is what was compiled from one line; it
 * is named by a field or method that it accesses. Labels and line numbers stay where they are.
 */
public final class Statements {
  private final String method;
  private final InsnList code;
  private final List<List<AbstractInsnNode>> lines = new ArrayList<>();

  /**
   * @param method read with expanded frames
   */
  public Statements(MethodNode method) {
    this.method = method.name;
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
    throw new IllegalArgumentException("no line " + nth + " with " + member + " in " + method);
  }

  private static Predicate<AbstractInsnNode> names(String member) {
    return node ->
        member.equals("array store") && node.getOpcode() == Opcodes.LASTORE
            || node instanceof MethodInsnNode call && call.name.equals(member)
            || node instanceof FieldInsnNode field && field.name.equals(member);
  }

  /** Moves a line: by so many lines towards the end, or, if negative, towards the beginning. */
  public void shift(String member, int nth, int by) {
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
    dropFramesInOnePlace();
  }

  /** Moves the first line that names a member behind the first that names another. */
  public void moveBehind(String member, String other) {
    shift(member, 1, indexOf(other, 1) - indexOf(member, 1));
  }

  /** A jump to the end of a branch is not part of the statement before it. */
  private static List<AbstractInsnNode> withoutJump(List<AbstractInsnNode> line) {
    int last = line.size() - 1;
    return line.get(last).getOpcode() == Opcodes.GOTO ? line.subList(0, last) : line;
  }

  /** Puts code before a line. */
  public void insert(String member, int nth, AbstractInsnNode... nodes) {
    AbstractInsnNode at = lines.get(indexOf(member, nth)).get(0);
    for (AbstractInsnNode node : nodes) {
      code.insertBefore(at, node);
    }
  }

  /** Leaves a line out. */
  public void drop(String member, int nth) {
    withoutJump(lines.remove(indexOf(member, nth))).forEach(code::remove);
    dropFramesInOnePlace();
  }

  /**
   * Leaves a test out, with what it guards.
   *
   * @param behind how many lines behind the one that is named the test is
   */
  public void dropTest(String member, int nth, int behind) {
    int at = indexOf(member, nth) + behind;
    List<AbstractInsnNode> line = at < lines.size() ? lines.get(at) : List.of();
    if (line.isEmpty()
        || !(line.get(line.size() - 1) instanceof JumpInsnNode jump)
        || code.indexOf(jump.label) < code.indexOf(jump)) {
      throw new IllegalArgumentException("no test at line " + nth + " with " + member);
    }
    LabelNode end = jump.label;
    for (AbstractInsnNode node = line.get(0); node != end; ) {
      AbstractInsnNode next = node.getNext();
      if (!(node instanceof LabelNode)) {
        code.remove(node);
      }
      node = next;
    }
    dropFramesInOnePlace();
  }

  /** The last of them is that of the code that follows. */
  private void dropFramesInOnePlace() {
    AbstractInsnNode frame = null;
    for (AbstractInsnNode node : code.toArray()) {
      if (node instanceof FrameNode) {
        if (frame != null) {
          code.remove(frame);
        }
        frame = node;
      } else if (node.getOpcode() >= 0) {
        frame = null;
      }
    }
  }

  /**
   * Leaves calls out; their arguments are still looked at.
   *
   * @param value what a call comes to that is not made: 0 or 1
   */
  public void answer(String callee, int value) {
    boolean found = false;
    for (AbstractInsnNode node : code.toArray()) {
      if (node instanceof MethodInsnNode call && call.name.equals(callee)) {
        replace(call, value);
        found = true;
      }
    }
    if (!found) {
      throw new IllegalArgumentException("no call of " + callee + " in " + method);
    }
  }

  private void replace(MethodInsnNode call, int value) {
    Type[] arguments = Type.getArgumentTypes(call.desc);
    for (int i = arguments.length - 1; i >= 0; i--) {
      boolean isLong = arguments[i].getSize() == 2;
      code.insertBefore(call, new InsnNode(isLong ? Opcodes.POP2 : Opcodes.POP));
    }
    if (call.getOpcode() != Opcodes.INVOKESTATIC) {
      code.insertBefore(call, new InsnNode(Opcodes.POP));
    }
    switch (Type.getReturnType(call.desc).getSort()) {
      case Type.VOID -> {}
      case Type.BOOLEAN, Type.INT, Type.CHAR ->
          code.insertBefore(call, new InsnNode(value == 0 ? Opcodes.ICONST_0 : Opcodes.ICONST_1));
      default -> throw new IllegalArgumentException("no value for " + call.name + call.desc);
    }
    code.remove(call);
  }
}
