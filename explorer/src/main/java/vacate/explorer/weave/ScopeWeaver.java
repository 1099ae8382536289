// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.MethodWeaver.hook;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What belongs to a method as a whole: handlers let the explorer's {@code Stop} through, a
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
      enclose(hooked("monitorEnter"), hooked("monitorExit"));
    }
    if (method.name.equals("<clinit>")) {
      InsnList enter = new InsnList();
      enter.add(hook("enterInitializer", "()V"));
      InsnList exit = new InsnList();
      exit.add(hook("leaveInitializer", "()V"));
      enclose(enter, exit);
    }
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

  private void handlers() {
    Set<LabelNode> done = new HashSet<>();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      boolean catchesStop = block.type == null || block.type.equals("java/lang/Throwable");
      if (catchesStop && done.add(block.handler)) {
        AbstractInsnNode first = block.handler;
        while (first.getOpcode() < 0) {
          first = first.getNext();
        }
        method.instructions.insertBefore(first, new InsnNode(DUP));
        method.instructions.insertBefore(first, hook("letStopThrough", "(Ljava/lang/Throwable;)V"));
      }
    }
  }

  /** Runs {@code enter} first and {@code exit} on every way out, but not for a {@code Stop}. */
  private void enclose(InsnList enter, InsnList exit) {
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode handler = new LabelNode();
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn.getOpcode() >= IRETURN && insn.getOpcode() <= RETURN) {
        method.instructions.insertBefore(insn, copy(exit));
      }
    }
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
    method.instructions.add(copy(exit));
    method.instructions.add(new InsnNode(ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, null));
  }

  private static InsnList copy(InsnList code) {
    InsnList copy = new InsnList();
    for (AbstractInsnNode insn : code) {
      copy.add(insn.clone(java.util.Map.of()));
    }
    return copy;
  }
}
