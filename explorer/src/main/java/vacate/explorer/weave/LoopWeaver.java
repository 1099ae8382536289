// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.MethodWeaver.loopHook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes every loop report its iterations: each jump backwards goes through a detour at the end of
 * the method that shows the local variables to {@link Loops}, which bounds the loop and recognises
 * an iteration that changed nothing.
 */
final class LoopWeaver {
  private final WovenProgram program;
  private final MethodNode method;
  private final Map<LabelNode, Integer> order = new HashMap<>();
  private final Map<LabelNode, LabelNode> detours = new HashMap<>();
  private final InsnList appendix = new InsnList();
  private int activation;

  LoopWeaver(WovenProgram program, MethodNode method) {
    this.program = program;
    this.method = method;
  }

  void weave() {
    AbstractInsnNode[] code = method.instructions.toArray();
    for (int i = 0; i < code.length; i++) {
      if (code[i] instanceof LabelNode label) {
        order.put(label, i);
      }
    }
    activation = method.maxLocals;
    for (int i = 0; i < code.length; i++) {
      if (code[i] instanceof JumpInsnNode jump) {
        jump.label = target(jump.label, i);
      } else if (code[i] instanceof TableSwitchInsnNode s) {
        s.dflt = target(s.dflt, i);
        s.labels = targets(s.labels, i);
      } else if (code[i] instanceof LookupSwitchInsnNode s) {
        s.dflt = target(s.dflt, i);
        s.labels = targets(s.labels, i);
      }
    }
    if (detours.isEmpty()) {
      return;
    }
    method.instructions.add(appendix);
    method.maxLocals++;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FrameNode frame) {
        keepActivation(frame);
      }
    }
    InsnList enter = new InsnList();
    enter.add(loopHook("enterLooping", "()I"));
    enter.add(new VarInsnNode(ISTORE, activation));
    method.instructions.insert(enter);
  }

  /** The number of the activation is in a variable of its own, which every frame has to mention. */
  private void keepActivation(FrameNode frame) {
    List<Object> locals = new ArrayList<>(frame.local);
    int slots = 0;
    for (Object type : locals) {
      slots += type == LONG || type == DOUBLE ? 2 : 1;
    }
    for (; slots < activation; slots++) {
      locals.add(TOP);
    }
    locals.add(INTEGER);
    frame.local = locals;
  }

  private List<LabelNode> targets(List<LabelNode> labels, int at) {
    List<LabelNode> targets = new ArrayList<>();
    labels.forEach(l -> targets.add(target(l, at)));
    return targets;
  }

  private LabelNode target(LabelNode label, int at) {
    return order.get(label) > at ? label : detours.computeIfAbsent(label, this::detour);
  }

  static FrameNode copy(FrameNode frame) {
    return new FrameNode(
        F_NEW,
        frame.local.size(),
        frame.local.toArray(),
        frame.stack.size(),
        frame.stack.toArray());
  }

  /** The stack map frame at a jump target. */
  static FrameNode frame(LabelNode label) {
    for (AbstractInsnNode i = label; i.getOpcode() < 0; i = i.getNext()) {
      if (i instanceof FrameNode frame) {
        return frame;
      }
    }
    throw new IllegalStateException("a loop without a stack map frame: class file before Java 7");
  }

  private LabelNode detour(LabelNode head) {
    LabelNode label = new LabelNode();
    FrameNode frame = frame(head);
    appendix.add(label);
    appendix.add(copy(frame));
    appendix.add(new LdcInsnNode(program.nextLoop()));
    // Values on the operand stack cannot be compared: such an iteration never counts as idle.
    appendix.add(new LdcInsnNode(frame.stack.isEmpty() ? 1 : 0));
    appendix.add(new VarInsnNode(ILOAD, activation));
    appendix.add(loopHook("iteration", "(III)V"));
    int slot = 0;
    for (Object type : frame.local) {
      slot += show(type, slot);
    }
    appendix.add(loopHook("iterated", "()V"));
    appendix.add(new JumpInsnNode(GOTO, head));
    return label;
  }

  private int show(Object type, int slot) {
    if (type == INTEGER) {
      variable(ILOAD, slot, "I");
    } else if (type == FLOAT) {
      variable(FLOAD, slot, "F");
    } else if (type == LONG) {
      variable(LLOAD, slot, "J");
      return 2;
    } else if (type == DOUBLE) {
      variable(DLOAD, slot, "D");
      return 2;
    } else if (type instanceof String) {
      variable(ALOAD, slot, "Ljava/lang/Object;");
    }
    return 1;
  }

  private void variable(int load, int slot, String descriptor) {
    appendix.add(new VarInsnNode(load, slot));
    appendix.add(loopHook("variable", "(" + descriptor + ")V"));
  }
}
