// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.Hook.hook;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What belongs to a method as a whole: handlers let through what the explorer throws, a
 * synchronized method becomes a synchronized body, a class initialiser runs as setup.
 */
final class ScopeWeaver {
  private final ClassNode owner;
  private final MethodNode method;

  ScopeWeaver(ClassNode owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
  }

  void weave() {
    handlers();
    if ((method.access & ACC_SYNCHRONIZED) != 0) {
      method.access &= ~ACC_SYNCHRONIZED;
      String what = fillsInTrace() ? "whole" : "monitor";
      InsnList exit = hooked(what + "Exit");
      enclose(hooked(what + "Enter"), exit, exit);
    }
    if (method.name.equals("<clinit>")) {
      InsnList enter = new InsnList();
      enter.add(new LdcInsnNode(Type.getObjectType(owner.name)));
      enter.add(hook("enterInitializer", "(Ljava/lang/Class;)V"));
      if (owner.superName.equals("java/lang/Enum")) {
        beforeReturns(
            code(
                new LdcInsnNode(Type.getObjectType(owner.name)),
                hook("enumInitialized", "(Ljava/lang/Class;)V")));
      }
      InsnList exit = new InsnList();
      exit.add(hook("leaveInitializer", "()V"));
      InsnList fail = new InsnList();
      fail.add(new InsnNode(DUP));
      fail.add(new LdcInsnNode(Type.getObjectType(owner.name)));
      fail.add(hook("failInitializer", "(Ljava/lang/Throwable;Ljava/lang/Class;)V"));
      enclose(enter, exit, fail);
    }
  }

  /** Whether the JDK calls the method of a throwable before that is made. */
  private boolean fillsInTrace() {
    return (method.access & ACC_STATIC) == 0
        && (method.name + method.desc).equals("fillInStackTrace()Ljava/lang/Throwable;");
  }

  private InsnList hooked(String name) {
    InsnList code = new InsnList();
    code.add(
        (method.access & ACC_STATIC) != 0
            ? new LdcInsnNode(Type.getObjectType(owner.name))
            : new VarInsnNode(ALOAD, 0));
    code.add(hook(name, "(Ljava/lang/Object;)V"));
    return code;
  }

  /**
   * No handler gets what is no doing of the program's, whatever it says that it handles. The detour
   * to a handler lies at the end of the method, where no handler covers it: javac lets the handler
   * of a synchronized block cover itself.
   */
  private void handlers() {
    Map<LabelNode, LabelNode> detours = new HashMap<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      block.handler = detours.computeIfAbsent(block.handler, this::detour);
    }
  }

  private LabelNode detour(LabelNode handler) {
    LabelNode label = new LabelNode();
    method.instructions.add(label);
    method.instructions.add(LoopWeaver.copy(LoopWeaver.frame(handler)));
    method.instructions.add(new InsnNode(DUP));
    method.instructions.add(hook("letStopThrough", "(Ljava/lang/Throwable;)V"));
    method.instructions.add(new JumpInsnNode(GOTO, handler));
    return label;
  }

  /**
   * Runs {@code enter} first, and on every way out {@code exit} or, with what is thrown on the
   * stack, {@code fail}; but not for a {@code Stop}.
   */
  private void enclose(InsnList enter, InsnList exit, InsnList fail) {
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode handler = new LabelNode();
    beforeReturns(exit);
    enter.add(start);
    method.instructions.insert(enter);
    method.instructions.add(end);
    method.instructions.add(handler);
    boolean isStatic = (method.access & ACC_STATIC) != 0;
    method.instructions.add(
        new FrameNode(
            F_NEW,
            isStatic ? 0 : 1,
            isStatic ? new Object[0] : new Object[] {owner.name},
            1,
            new Object[] {"java/lang/Throwable"}));
    method.instructions.add(new InsnNode(DUP));
    method.instructions.add(hook("letStopThrough", "(Ljava/lang/Throwable;)V"));
    method.instructions.add(copy(fail));
    method.instructions.add(new InsnNode(ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, null));
  }

  private void beforeReturns(InsnList code) {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn.getOpcode() >= IRETURN && insn.getOpcode() <= RETURN) {
        method.instructions.insertBefore(insn, copy(code));
      }
    }
  }

  private static InsnList code(AbstractInsnNode... instructions) {
    InsnList code = new InsnList();
    for (AbstractInsnNode insn : instructions) {
      code.add(insn);
    }
    return code;
  }

  private static InsnList copy(InsnList code) {
    InsnList copy = new InsnList();
    for (AbstractInsnNode insn : code) {
      copy.add(insn.clone(Map.of()));
    }
    return copy;
  }
}
