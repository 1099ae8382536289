// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.Hook.loopHook;

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
 * Sends every way to the head of a loop past a hook that shows the variables to the frame of the
 * method's activation: the ways in as well as those back. A loop's head is what a jump goes back
 * to; every cycle has such a jump, or goes through a handler that lies before the code that it is
 * for.
 */
final class LoopWeaver {
  private static final String FRAME_TYPE = "L" + Hook.LOOP_FRAME + ";";

  private final MethodNode method;
  private final Map<LabelNode, Integer> order = new HashMap<>();
  private final Map<LabelNode, Integer> heads = new HashMap<>();
  private final Map<LabelNode, LabelNode> entries = new HashMap<>();
  private final Map<LabelNode, LabelNode> detours = new HashMap<>();
  private final InsnList appendix = new InsnList();
  private int activation;
  private int spare;

  LoopWeaver(MethodNode method) {
    this.method = method;
  }

  void weave() {
    AbstractInsnNode[] code = method.instructions.toArray();
    for (int i = 0; i < code.length; i++) {
      if (code[i] instanceof LabelNode label) {
        order.put(label, i);
      }
    }
    for (int i = 0; i < code.length; i++) {
      for (LabelNode target : targets(code[i])) {
        if (order.get(target) <= i) {
          heads.putIfAbsent(target, heads.size());
        }
      }
    }
    List<LabelNode> handlers = earlyHandlers();
    if (heads.isEmpty() && handlers.isEmpty()) {
      return;
    }
    activation = method.maxLocals;
    method.maxLocals += 1;
    spare = method.maxLocals;
    for (int i = 0; i < code.length; i++) {
      redirect(code[i], i);
    }
    for (Map.Entry<LabelNode, LabelNode> e : entries.entrySet()) {
      enter(e.getKey(), e.getValue());
    }
    int loops = heads.size();
    for (LabelNode handler : handlers) {
      count(handler, loops++);
    }
    method.instructions.add(appendix);
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof FrameNode frame) {
        keepActivation(frame);
      }
    }
    InsnList begin = new InsnList();
    begin.add(new LdcInsnNode(loops));
    begin.add(loopHook("enterLooping", "(I)" + FRAME_TYPE));
    begin.add(new VarInsnNode(ASTORE, activation));
    method.instructions.insert(begin);
  }

  private static List<LabelNode> targets(AbstractInsnNode insn) {
    List<LabelNode> targets = new ArrayList<>();
    if (insn instanceof JumpInsnNode jump) {
      targets.add(jump.label);
    } else if (insn instanceof TableSwitchInsnNode s) {
      targets.add(s.dflt);
      targets.addAll(s.labels);
    } else if (insn instanceof LookupSwitchInsnNode s) {
      targets.add(s.dflt);
      targets.addAll(s.labels);
    }
    return targets;
  }

  /**
   * Handlers that an exception leads back to: no compiler is known to make them, but they may be.
   */
  private List<LabelNode> earlyHandlers() {
    return method.tryCatchBlocks.stream()
        .filter(b -> order.get(b.handler) < order.get(b.end))
        .map(b -> b.handler)
        .distinct()
        .filter(h -> !coversItselfOnly(h))
        .toList();
  }

  /**
   * The release of a monitor, as javac writes it: it covers itself, and comes back only if that
   * fails.
   */
  private boolean coversItselfOnly(LabelNode handler) {
    return method.tryCatchBlocks.stream()
        .filter(b -> b.handler == handler && order.get(handler) < order.get(b.end))
        .allMatch(b -> order.get(b.start) >= order.get(handler));
  }

  private void redirect(AbstractInsnNode insn, int at) {
    if (insn instanceof JumpInsnNode jump) {
      jump.label = target(jump.label, at);
    } else if (insn instanceof TableSwitchInsnNode s) {
      s.dflt = target(s.dflt, at);
      s.labels = redirected(s.labels, at);
    } else if (insn instanceof LookupSwitchInsnNode s) {
      s.dflt = target(s.dflt, at);
      s.labels = redirected(s.labels, at);
    } else if (insn instanceof LabelNode label && heads.containsKey(label)) {
      entries.computeIfAbsent(label, l -> new LabelNode());
    }
  }

  private List<LabelNode> redirected(List<LabelNode> labels, int at) {
    List<LabelNode> redirected = new ArrayList<>();
    labels.forEach(l -> redirected.add(target(l, at)));
    return redirected;
  }

  private LabelNode target(LabelNode label, int at) {
    if (!heads.containsKey(label)) {
      return label;
    }
    return order.get(label) > at
        ? entries.computeIfAbsent(label, l -> new LabelNode())
        : detours.computeIfAbsent(label, this::detour);
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

  /** The ways into a loop: what lies before it, and jumps ahead to it. */
  private void enter(LabelNode head, LabelNode entry) {
    FrameNode frame = frame(head);
    InsnList code = new InsnList();
    code.add(entry);
    code.add(copy(frame));
    show(code, frame, heads.get(head), "entered");
    method.instructions.insertBefore(head, code);
  }

  private LabelNode detour(LabelNode head) {
    LabelNode label = new LabelNode();
    FrameNode frame = frame(head);
    appendix.add(label);
    appendix.add(copy(frame));
    show(appendix, frame, heads.get(head), "turned");
    appendix.add(new JumpInsnNode(GOTO, head));
    return label;
  }

  /** Counts how often a handler is come to. */
  private void count(LabelNode handler, int loop) {
    AbstractInsnNode frame = handler;
    while (!(frame instanceof FrameNode)) {
      frame = frame.getNext();
    }
    InsnList code = new InsnList();
    code.add(new VarInsnNode(ALOAD, activation));
    code.add(new LdcInsnNode(loop));
    code.add(loopHook("handled", "(" + FRAME_TYPE + "I)V"));
    method.instructions.insert(frame, code);
  }

  private void show(InsnList code, FrameNode frame, int loop, String how) {
    code.add(new VarInsnNode(ALOAD, activation));
    code.add(new LdcInsnNode(loop));
    code.add(loopHook("arrive", "(" + FRAME_TYPE + "I)V"));
    int slot = 0;
    for (Object type : frame.local) {
      slot += show(code, type, slot);
    }
    showStack(code, frame);
    code.add(new VarInsnNode(ALOAD, activation));
    code.add(loopHook(how, "(" + FRAME_TYPE + ")V"));
  }

  /**
   * What lies on the operand stack is part of where the thread is. An object whose constructor has
   * not run lies there since before the loop, and cannot be shown.
   */
  private void showStack(InsnList code, FrameNode frame) {
    int slot = spare;
    InsnList reload = new InsnList();
    InsnList shown = new InsnList();
    for (int i = frame.stack.size() - 1; i >= 0; i--) {
      Object type = frame.stack.get(i);
      int opcode = type == INTEGER ? ISTORE : type == FLOAT ? FSTORE : ASTORE;
      opcode = type == LONG ? LSTORE : type == DOUBLE ? DSTORE : opcode;
      code.add(new VarInsnNode(opcode, slot));
      reload.insert(new VarInsnNode(opcode - ISTORE + ILOAD, slot));
      slot += show(shown, type, slot);
    }
    code.add(shown);
    code.add(reload);
    method.maxLocals = Math.max(method.maxLocals, slot);
  }

  private int show(InsnList code, Object type, int slot) {
    if (type == INTEGER) {
      variable(code, ILOAD, slot, "I");
    } else if (type == FLOAT) {
      variable(code, FLOAD, slot, "F");
    } else if (type == LONG) {
      variable(code, LLOAD, slot, "J");
      return 2;
    } else if (type == DOUBLE) {
      variable(code, DLOAD, slot, "D");
      return 2;
    } else if (type instanceof String) {
      variable(code, ALOAD, slot, "Ljava/lang/Object;");
    }
    return 1;
  }

  private void variable(InsnList code, int load, int slot, String descriptor) {
    code.add(new VarInsnNode(ALOAD, activation));
    code.add(new VarInsnNode(load, slot));
    code.add(loopHook("variable", "(" + FRAME_TYPE + descriptor + ")V"));
  }

  /** The frame is in a variable of its own, which every stack map frame has to mention. */
  private void keepActivation(FrameNode frame) {
    List<Object> locals = new ArrayList<>(frame.local);
    int slots = 0;
    for (Object type : locals) {
      slots += type == LONG || type == DOUBLE ? 2 : 1;
    }
    for (; slots < activation; slots++) {
      locals.add(TOP);
    }
    locals.add(Hook.LOOP_FRAME);
    frame.local = locals;
  }
}
