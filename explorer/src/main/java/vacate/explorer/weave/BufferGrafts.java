// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;

import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Buffers as code: memory outside of the heap is an array, and nobody may ask; and they tell the
 * rest of the JDK nothing of themselves.
 */
final class BufferGrafts {
  private static final Set<String> ASKING = Set.of("array", "arrayOffset");

  private BufferGrafts() {}

  /**
   * @param original the class of the JDK
   */
  static void graft(String original, ClassNode node) {
    for (MethodNode method : node.methods) {
      if (original.equals("java/nio/Buffer") && method.name.equals("<clinit>")) {
        forget(method);
      } else if (original.equals("java/nio/ByteBuffer") && method.name.equals("allocateDirect")) {
        allocate(node.name, method);
      } else if (original.equals("java/nio/HeapByteBuffer") && method.name.equals("isDirect")) {
        answer(node.name, method, "isDirect", "([B)Z");
      } else if (original.equals("java/nio/ByteBuffer") && method.name.equals("hasArray")) {
        answer(node.name, method, "hasArray", "([BZ)Z");
      } else if (original.matches("java/nio/(Byte|HeapByte)Buffer")
          && ASKING.contains(method.name)
          && method.desc.startsWith("()")
          && (method.access & ACC_ABSTRACT) == 0) {
        ask(node.name, method);
      }
    }
  }

  /** Takes out what hands the JDK a key to its private parts: new, dup, constructor, call. */
  private static void forget(MethodNode initializer) {
    for (AbstractInsnNode insn : initializer.instructions.toArray()) {
      if (insn instanceof MethodInsnNode call && call.name.equals("setJavaNioAccess")) {
        AbstractInsnNode last = insn;
        while (last.getOpcode() != NEW) {
          AbstractInsnNode before = last.getPrevious();
          initializer.instructions.remove(last);
          last = before;
        }
        initializer.instructions.remove(last);
      }
    }
  }

  private static void allocate(String buffer, MethodNode method) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.localVariables = null;
    method.visitVarInsn(ILOAD, 0);
    method.visitMethodInsn(INVOKESTATIC, buffer, "allocate", method.desc, false);
    method.visitInsn(DUP);
    method.visitFieldInsn(GETFIELD, buffer, "hb", "[B");
    method.visitMethodInsn(INVOKESTATIC, Hook.MEMORY, "direct", "([B)V", false);
    method.visitInsn(ARETURN);
  }

  private static void ask(String buffer, MethodNode method) {
    InsnList asked = new InsnList();
    asked.add(new VarInsnNode(ALOAD, 0));
    asked.add(new FieldInsnNode(GETFIELD, buffer, "hb", "[B"));
    asked.add(new MethodInsnNode(INVOKESTATIC, Hook.MEMORY, "asked", "([B)V", false));
    method.instructions.insert(asked);
  }

  /** Says what a buffer is by its array, and whether it may be written. */
  private static void answer(String buffer, MethodNode method, String hook, String descriptor) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.localVariables = null;
    method.visitVarInsn(ALOAD, 0);
    method.visitFieldInsn(GETFIELD, buffer, "hb", "[B");
    if (descriptor.startsWith("([BZ")) {
      method.visitVarInsn(ALOAD, 0);
      method.visitFieldInsn(GETFIELD, buffer, "isReadOnly", "Z");
    }
    method.visitMethodInsn(INVOKESTATIC, Hook.MEMORY, hook, descriptor, false);
    method.visitInsn(IRETURN);
  }
}
