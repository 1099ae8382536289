// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Takes {@code Thread.onSpinWait()} out where it is only a hint: in a loop that counts its turns or
 * writes, which may give up, and in an actor outside any loop. What is left says that the thread
 * waits for another one; {@link Loops} sees to loops without it. In a method that has no loop
 * around it the hint is believed: that is how a lock's {@code relax} is written.
 */
final class SpinHints {
  private final MethodNode method;
  private final AbstractInsnNode[] code;
  private final Map<LabelNode, Integer> order = new HashMap<>();

  private SpinHints(MethodNode method) {
    this.method = method;
    code = method.instructions.toArray();
    for (int i = 0; i < code.length; i++) {
      if (code[i] instanceof LabelNode label) {
        order.put(label, i);
      }
    }
  }

  static void weave(MethodNode method) {
    new SpinHints(method).weave();
  }

  private void weave() {
    for (int i = 0; i < code.length; i++) {
      if (isHint(code[i]) && !isWait(i)) {
        method.instructions.remove(code[i]);
      }
    }
  }

  private static boolean isHint(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call
        && call.owner.equals("java/lang/Thread")
        && call.name.equals("onSpinWait");
  }

  private boolean isWait(int hint) {
    int head = -1;
    int end = -1;
    for (int i = hint; i < code.length; i++) {
      if (code[i] instanceof JumpInsnNode jump) {
        int target = order.get(jump.label);
        if (target < hint && target >= head) {
          head = target;
          end = i;
        }
      }
    }
    return head < 0 ? !isActor() : !mayGiveUp(head, end);
  }

  private boolean isActor() {
    List<AnnotationNode> annotations = method.visibleAnnotations;
    return annotations != null
        && annotations.stream()
            .anyMatch(a -> a.desc.startsWith("Lorg/openjdk/jcstress/annotations/"));
  }

  /** Whether the loop writes, or changes a variable that it carries from turn to turn. */
  private boolean mayGiveUp(int head, int end) {
    FrameNode frame = LoopWeaver.frame((LabelNode) code[head]);
    for (int i = head; i <= end; i++) {
      int opcode = code[i].getOpcode();
      boolean writes =
          opcode == PUTFIELD || opcode == PUTSTATIC || opcode >= IASTORE && opcode <= SASTORE;
      int stored =
          code[i] instanceof IincInsnNode count
              ? count.var
              : opcode >= ISTORE && opcode <= ASTORE ? ((VarInsnNode) code[i]).var : -1;
      if (writes || stored >= 0 && isCarried(frame, stored)) {
        return true;
      }
    }
    return !frame.stack.isEmpty();
  }

  private static boolean isCarried(FrameNode frame, int variable) {
    int slot = 0;
    for (Object type : frame.local) {
      if (slot == variable) {
        return type != TOP;
      }
      slot += type == LONG || type == DOUBLE ? 2 : 1;
    }
    return false;
  }
}
