// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import vacate.explorer.search.Refused;

/**
 * What a constructor does with {@code this} before it is an object: it assigns fields of its own
 * class, as an inner class does with what it captures, and calls another constructor on it.
 */
final class EarlyThis {
  private final Set<AbstractInsnNode> instructions = new HashSet<>();

  EarlyThis(String owner, MethodNode constructor) {
    AnalyzerAdapter state =
        new AnalyzerAdapter(owner, constructor.access, constructor.name, constructor.desc, null);
    for (AbstractInsnNode insn : constructor.instructions) {
      if (insn instanceof FieldInsnNode field && insn.getOpcode() == PUTFIELD) {
        if (isThis(state, Type.getType(field.desc).getSize())) {
          instructions.add(insn);
        }
      } else if (insn instanceof MethodInsnNode call
          && insn.getOpcode() == INVOKESPECIAL
          && call.name.equals("<init>")) {
        if (isThis(state, Type.getArgumentsAndReturnSizes(call.desc) / 4 - 1)) {
          instructions.add(insn);
        }
      } else if (insn instanceof VarInsnNode variable
          && variable.var == 0
          && insn.getOpcode() >= ISTORE
          && insn.getOpcode() <= ASTORE) {
        throw new Refused(
            "a constructor of "
                + owner.replace('/', '.')
                + " puts something else in place of this");
      }
      insn.accept(state);
    }
  }

  /** Whether what lies under so many words of the stack is {@code this}, and no object yet. */
  private static boolean isThis(AnalyzerAdapter state, int under) {
    return state.stack != null // null where no way leads to
        && state.stack.get(state.stack.size() - 1 - under) == UNINITIALIZED_THIS;
  }

  /** Whether an instruction is one of those. */
  boolean contains(AbstractInsnNode insn) {
    return instructions.contains(insn);
  }

  /**
   * An assignment is announced after the call of the other constructor. Nobody can tell, but for a
   * volatile one if something else was to come between: that could have been ordered with it.
   */
  void refuseMoving(FieldInsnNode store, ClassNode owner) {
    if (owner.fields.stream().noneMatch(f -> isVolatile(f) && f.name.equals(store.name))) {
      return;
    }
    for (AbstractInsnNode i = store.getNext(); !contains(i); i = i.getNext()) {
      int opcode = i.getOpcode();
      if (i instanceof FieldInsnNode
          || i instanceof MethodInsnNode
          || i instanceof InvokeDynamicInsnNode
          || opcode == MONITORENTER
          || opcode >= IALOAD && opcode <= SALOAD
          || opcode >= IASTORE && opcode <= SASTORE) {
        throw new Refused(
            "a constructor of "
                + owner.name.replace('/', '.')
                + " assigns the volatile field "
                + store.name
                + " and then does something else before it calls another constructor");
      }
    }
  }

  private static boolean isVolatile(FieldNode field) {
    return (field.access & ACC_VOLATILE) != 0;
  }
}
