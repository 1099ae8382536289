// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;

import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Static methods of interfaces that make collections, as {@code List.of}. The interface stays the
 * JDK's; a class of another name has the code of those methods.
 */
final class Factories {
  private Factories() {}

  /** Lets a class call those, and leaves nothing else of an interface that has them. */
  static void redirect(ClassNode node, JdkUse use) {
    if (use == JdkUse.AS_IT_IS) {
      return;
    }
    String name = StandIns.ofFactory(node.name, use);
    if (!name.equals(node.name)) {
      node.name = name;
      node.interfaces.clear();
      node.innerClasses.clear();
      node.methods.removeIf(m -> (m.access & ACC_STATIC) == 0);
    }
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof MethodInsnNode call && call.getOpcode() == INVOKESTATIC) {
          call.owner = StandIns.ofFactory(call.owner, use);
        } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
          redirect(dynamic, use);
        }
      }
    }
  }

  private static void redirect(InvokeDynamicInsnNode dynamic, JdkUse use) {
    for (int i = 0; i < dynamic.bsmArgs.length; i++) {
      if (dynamic.bsmArgs[i] instanceof Handle h && h.getTag() == H_INVOKESTATIC) {
        String owner = StandIns.ofFactory(h.getOwner(), use);
        dynamic.bsmArgs[i] =
            new Handle(h.getTag(), owner, h.getName(), h.getDesc(), h.isInterface());
      }
    }
  }
}
