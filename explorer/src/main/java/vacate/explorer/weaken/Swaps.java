// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * All pairs of neighbouring steps of a class that can change places, generated from its class file.
 *
 * <p>A step is a statement: instructions from one place at which the operand stack is empty to the
 * next; with one that branches all up to where its ways meet again. What is looked at for a test,
 * or for what is returned, is a step, too, that can come before another but not behind one. Steps
 * that touch no memory are none. Not looked at are constructors and class initialisers.
 */
public final class Swaps {
  /**
   * A pair that cannot.
   *
   * @param what both, as in {@link Swap#toString}
   */
  public record Refused(String what, String why) {}

  private static final int NONE = -1;

  private final List<Swap> found = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final String type;

  private Swaps(String type) {
    this.type = type.replace('/', '.');
  }

  /** Those of a class. */
  public static Swaps of(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
    Swaps swaps = new Swaps(node.name);
    for (MethodNode method : node.methods) {
      if (method.instructions.size() > 0 && !isLeftAlone(method)) {
        swaps.look(node.name, method);
      }
    }
    return swaps;
  }

  private static boolean isLeftAlone(MethodNode method) {
    return method.name.startsWith("<")
        || (method.access & Opcodes.ACC_BRIDGE) != 0
        || !method.tryCatchBlocks.isEmpty()
        || hasSwitch(method);
  }

  private static boolean hasSwitch(MethodNode method) {
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof TableSwitchInsnNode || node instanceof LookupSwitchInsnNode) {
        return true;
      }
    }
    return false;
  }

  /** Those that can be made, in the order of the source. */
  public List<Swap> found() {
    return List.copyOf(found);
  }

  /** Those that cannot, and why. */
  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  private void look(String owner, MethodNode method) {
    Instructions code = new Instructions(owner, method);
    for (int from = 0; from < code.length(); from++) {
      int middle = code.isEmptyAt(from) ? statement(code, from) : NONE;
      if (middle == NONE || middle >= code.length() || !code.isEmptyAt(middle)) {
        continue;
      }
      int head = head(code, middle);
      int whole = statement(code, middle);
      for (int end : head < whole || whole == NONE ? new int[] {head, whole} : new int[] {whole}) {
        if (end != NONE && end < code.length()) {
          consider(method, code, from, middle, end);
        }
      }
    }
  }

  private void consider(MethodNode method, Instructions code, int from, int middle, int end) {
    Statement first = Statement.of(code.part(from, middle));
    Statement second = Statement.of(code.part(middle, end));
    if (!first.touchesMemory() || !second.touchesMemory()) {
      return;
    }
    Swap swap =
        new Swap(
            type,
            method.name + method.desc,
            from,
            middle,
            end,
            first.name(),
            name(second, code, end),
            code.line(from),
            code.line(middle),
            isNoticed(method));
    Optional<String> against =
        isEnteredFromOutside(code, from, middle, end)
            ? Optional.of("a jump leads between them")
            : first.needs(second);
    against.ifPresentOrElse(
        why -> refused.add(new Refused(swap.toString(), why)), () -> found.add(swap));
  }

  /** A test as a question; what is returned as that. */
  private static String name(Statement second, Instructions code, int end) {
    boolean isHead = !code.isEmptyAt(end);
    boolean returns = isHead && code.target(end) == Instructions.NOWHERE;
    return (returns ? "return " : "") + second.name() + (isHead && !returns ? "?" : "");
  }

  /** Whether a method can be overridden, or calls another. */
  private static boolean isNoticed(MethodNode method) {
    if ((method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0) {
      return true;
    }
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof MethodInsnNode) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a jump leads into the pair, but to its beginning, that is not of the part it leads
   * into.
   */
  private static boolean isEnteredFromOutside(Instructions code, int from, int middle, int end) {
    for (int i = 0; i < code.length(); i++) {
      int target = code.target(i);
      boolean ofFirst = i >= from && i < middle;
      boolean ofSecond = i >= middle && i < end;
      if (target > from && target < middle && !ofFirst
          || target == middle && !ofFirst && !ofSecond
          || target > middle && target < end && !ofSecond) {
        return true;
      }
    }
    return false;
  }

  /** The end of the statement that begins at a place; {@link #NONE} if it leaves otherwise. */
  private static int statement(Instructions code, int from) {
    int ways = from + 1; // all of it comes together there, or later
    for (int i = from; i < code.length(); i++) {
      if (i >= ways && code.isEmptyAt(i)) {
        return i;
      }
      int opcode = code.at(i).getOpcode();
      int target = code.target(i);
      boolean leaves = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
      boolean isBack = target != Instructions.NOWHERE && target < from;
      if (leaves || opcode == Opcodes.ATHROW || isBack || i == from && opcode == Opcodes.GOTO) {
        return NONE;
      }
      ways = Math.max(ways, target);
    }
    return NONE;
  }

  /** The end of what is looked at, from a place on, for a jump or a return. */
  private static int head(Instructions code, int from) {
    for (int i = from; i < code.length(); i++) {
      int opcode = code.at(i).getOpcode();
      boolean returns = opcode >= Opcodes.IRETURN && opcode < Opcodes.RETURN;
      if (code.target(i) != Instructions.NOWHERE || returns) {
        return i > from ? i : NONE;
      }
      if (opcode == Opcodes.RETURN || opcode == Opcodes.ATHROW) {
        return NONE;
      }
    }
    return NONE;
  }
}
