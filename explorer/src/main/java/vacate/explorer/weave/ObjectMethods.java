// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;

import java.util.Set;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * {@code toString} and {@code clone} as classes of the test inherit them. Whoever calls them, in
 * the JDK too, comes to a method of the class, which asks for the one of {@code Object} where it is
 * seen.
 */
final class ObjectMethods {
  private static final String ON_OBJECT = "(Ljava/lang/Object;)V";

  /** The classes of the JDK that a woven class may extend and that have no text of their own. */
  private static final Set<String> HAVE_NO_TEXT = Set.of("java/lang/Object", "java/lang/Number");

  private ObjectMethods() {}

  /** Adds what the class only inherits, to be woven with the rest. */
  static void declare(ClassNode node) {
    if ((node.access & ACC_INTERFACE) == 0 && HAVE_NO_TEXT.contains(node.superName)) {
      declare(node, ACC_PUBLIC, "toString", "()Ljava/lang/String;");
      declare(node, ACC_PROTECTED, "clone", "()Ljava/lang/Object;");
    }
  }

  private static void declare(ClassNode node, int access, String name, String descriptor) {
    if (node.methods.stream().anyMatch(m -> m.name.equals(name) && m.desc.equals(descriptor))) {
      return;
    }
    MethodNode method = new MethodNode(access | ACC_SYNTHETIC, name, descriptor, null, null);
    Label start = new Label();
    method.visitCode();
    method.visitLabel(start);
    method.visitLineNumber(firstLine(node), start);
    method.visitVarInsn(ALOAD, 0);
    method.visitMethodInsn(INVOKESPECIAL, node.superName, name, descriptor, false);
    method.visitInsn(ARETURN);
    method.visitMaxs(0, 1);
    method.visitEnd();
    node.methods.add(method);
  }

  private static int firstLine(ClassNode node) {
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof LineNumberNode n) {
          return n.line;
        }
      }
    }
    return 1;
  }

  /** Weaves a call on {@code super} that comes to the method of {@code Object}. */
  static void weave(MethodNode method, MethodInsnNode call) {
    if (call.getOpcode() != INVOKESPECIAL || !HAVE_NO_TEXT.contains(call.owner)) {
      return;
    }
    if (call.name.equals("toString")) {
      method.instructions.set(
          call, Hook.jdkHook("objectText", "(Ljava/lang/Object;)Ljava/lang/String;"));
    } else if (call.name.equals("clone")) {
      method.instructions.insertBefore(call, onTop(Hook.hook("cloning", ON_OBJECT)));
      method.instructions.insert(call, onTop(Hook.hook("cloned", ON_OBJECT)));
    }
  }

  private static InsnList onTop(MethodInsnNode hook) {
    InsnList code = new InsnList();
    code.add(new InsnNode(DUP));
    code.add(hook);
    return code;
  }
}
