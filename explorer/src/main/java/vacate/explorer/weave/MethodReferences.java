// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.Hook.hook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import vacate.explorer.jdk.AllowedInActors;

/**
 * Makes of {@code list::add} what {@code x -> list.add(x)} is: a method of the class, whose call
 * can be woven. It is judged when it is reached, wherever the reference was made. What captures
 * objects gets such a method, too, and looks there for what they are in the running execution.
 */
public final class MethodReferences {
  /** How the name of a method starts that stands between a lambda and its body. */
  private static final String CAPTURED = "captured$";

  private MethodReferences() {}

  /** Whether a method of that name is only between a lambda and its body. */
  public static boolean isBetween(String name) {
    return name.startsWith(CAPTURED);
  }

  /** The name of a method that is only between a handle and what it refers to. */
  static String between(String name) {
    return CAPTURED + name;
  }

  static void expand(WovenProgram program, ClassNode owner) {
    List<MethodNode> bodies = new ArrayList<>();
    for (MethodNode method : owner.methods) {
      int line = 0;
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof LineNumberNode n) {
          line = n.line;
        } else if (insn instanceof InvokeDynamicInsnNode d
            && d.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
            && d.bsmArgs[1] instanceof Handle h
            && (!program.isWoven(h.getOwner())
                || ObservedCalls.looksAtReceiver(h.getName(), h.getDesc())
                || capturesObjects(d))) {
          String kind = program.isWoven(h.getOwner()) ? CAPTURED : "reference$";
          MethodNode body = body(h, d, kind + bodies.size() + "$", line);
          bodies.add(body);
          boolean isInterface = (owner.access & ACC_INTERFACE) != 0;
          d.bsmArgs[1] = new Handle(H_INVOKESTATIC, owner.name, body.name, body.desc, isInterface);
        }
      }
    }
    owner.methods.addAll(bodies);
  }

  /** Whether a value of that static type can be of a class that holds state. */
  static boolean mayHoldState(Type type) {
    return switch (type.getSort()) {
      case Type.ARRAY -> true;
      case Type.OBJECT ->
          type.getInternalName().equals("java/lang/Object")
              || !AllowedInActors.isImmutable(type.getInternalName());
      default -> false;
    };
  }

  private static boolean capturesObjects(InvokeDynamicInsnNode d) {
    return Arrays.stream(Type.getArgumentTypes(d.desc)).anyMatch(MethodReferences::mayHoldState);
  }

  private static MethodNode body(Handle h, InvokeDynamicInsnNode d, String prefix, int line) {
    boolean isNew = h.getTag() == H_NEWINVOKESPECIAL;
    String name = prefix + (isNew ? "new" : h.getName());
    MethodNode body =
        new MethodNode(
            ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, name, descriptor(h, d), null, null);
    Label start = new Label();
    body.visitCode();
    body.visitLabel(start);
    body.instructions.add(new LineNumberNode(line, (LabelNode) body.instructions.getLast()));
    if (isNew) {
      body.visitTypeInsn(NEW, h.getOwner());
      body.visitInsn(DUP);
    }
    int captured = Type.getArgumentTypes(d.desc).length;
    int local = 0;
    for (Type type : Type.getArgumentTypes(body.desc)) {
      body.visitVarInsn(type.getOpcode(ILOAD), local);
      if (captured-- > 0 && MethodReferences.mayHoldState(type)) {
        body.instructions.add(hook("captured", "(Ljava/lang/Object;)Ljava/lang/Object;"));
        body.visitTypeInsn(CHECKCAST, type.getInternalName());
      }
      local += type.getSize();
    }
    body.instructions.add(
        new MethodInsnNode(opcode(h), h.getOwner(), h.getName(), h.getDesc(), h.isInterface()));
    body.visitInsn(Type.getReturnType(body.desc).getOpcode(IRETURN));
    body.visitMaxs(local + 2, local);
    body.visitEnd();
    return body;
  }

  /**
   * A receiver is a parameter; one that is captured already has the type that it is captured as.
   */
  private static String descriptor(Handle h, InvokeDynamicInsnNode d) {
    if (h.getTag() == H_INVOKESTATIC) {
      return h.getDesc();
    }
    if (h.getTag() == H_NEWINVOKESPECIAL) {
      return h.getDesc().replaceFirst("V$", "L" + h.getOwner() + ";");
    }
    Type[] captured = Type.getArgumentTypes(d.desc);
    Type receiver = captured.length > 0 ? captured[0] : Type.getObjectType(h.getOwner());
    return "(" + receiver.getDescriptor() + h.getDesc().substring(1);
  }

  private static int opcode(Handle h) {
    return switch (h.getTag()) {
      case H_INVOKESTATIC -> INVOKESTATIC;
      case H_NEWINVOKESPECIAL, H_INVOKESPECIAL -> INVOKESPECIAL;
      case H_INVOKEINTERFACE -> INVOKEINTERFACE;
      default -> INVOKEVIRTUAL;
    };
  }
}
