// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** Puts a call of a hook before each access; a boundary also gets one at its entry and exits. */
final class MethodWeaver extends GeneratorAdapter {
  private static final String HANDLE = "java/lang/invoke/VarHandle";

  /** Its key in {@link Weaver#BOUNDARIES}, or null. */
  private final String boundary;

  private final boolean isStatic;

  MethodWeaver(MethodVisitor next, int access, String name, String descriptor, String boundary) {
    super(Opcodes.ASM9, next, access, name, descriptor);
    this.boundary = boundary;
    this.isStatic = (access & Opcodes.ACC_STATIC) != 0;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (boundary != null) {
      push(boundary);
      if (isStatic) {
        visitInsn(Opcodes.ACONST_NULL);
      } else {
        loadThis();
      }
      loadArgArray();
      hook("enter", "(Ljava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)V");
    }
  }

  @Override
  public void visitInsn(int opcode) {
    switch (opcode) {
      case Opcodes.AALOAD, Opcodes.LALOAD -> {
        dup2();
        hook("element", "(Ljava/lang/Object;I)V");
      }
      case Opcodes.AASTORE -> {
        super.visitInsn(Opcodes.DUP_X2);
        hook("hold", "(Ljava/lang/Object;)V");
        dup2();
        hook("storeElement", "(Ljava/lang/Object;I)V");
        super.visitInsn(Opcodes.DUP2_X1);
        pop2();
      }
      case Opcodes.LASTORE -> {
        super.visitInsn(Opcodes.DUP2_X2);
        hook("hold", "(J)V");
        dup2();
        hook("storeElement", "(Ljava/lang/Object;I)V");
        super.visitInsn(Opcodes.DUP2_X2);
        pop2();
      }
      case Opcodes.RETURN, Opcodes.IRETURN, Opcodes.ARETURN -> leave(opcode);
      default -> {}
    }
    super.visitInsn(opcode);
  }

  private void leave(int opcode) {
    if (boundary == null) {
      return;
    }
    if (opcode == Opcodes.RETURN) {
      visitInsn(Opcodes.ACONST_NULL);
    } else {
      dup();
      if (opcode == Opcodes.IRETURN) {
        valueOf(Type.INT_TYPE);
      }
    }
    push(boundary);
    hook("leave", "(Ljava/lang/Object;Ljava/lang/String;)V");
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    String field = Recorded.FIELDS.get(owner + "." + name);
    if (field != null && opcode == Opcodes.GETFIELD) {
      dup();
      push(field);
      hook("load", "(Ljava/lang/Object;Ljava/lang/String;)V");
    } else if (field != null && opcode == Opcodes.PUTFIELD) {
      store(field, Type.getType(descriptor));
    }
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  private void store(String field, Type type) {
    boolean isLong = type.getSize() == 2;
    visitInsn(isLong ? Opcodes.DUP2_X1 : Opcodes.DUP_X1);
    if (isLong) {
      hook("hold", "(J)V");
    } else {
      if (type.getSort() != Type.OBJECT) {
        valueOf(Type.INT_TYPE);
      }
      hook("hold", "(Ljava/lang/Object;)V");
    }
    dup();
    push(field);
    hook("store", "(Ljava/lang/Object;Ljava/lang/String;)V");
    if (isLong) {
      visitInsn(Opcodes.DUP_X2);
      pop();
    } else {
      swap();
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (!owner.equals(HANDLE)) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    } else if (opcode == Opcodes.INVOKESTATIC) {
      hook(name, "()V");
    } else if (name.startsWith("set") || !descriptor.endsWith("V")) {
      hook(name, widened(descriptor));
    } else {
      hook(name, widened(descriptor.replaceFirst("V$", "I")));
      pop();
    }
  }

  /** The handle becomes an argument, and every reference an Object. */
  private static String widened(String descriptor) {
    StringBuilder to = new StringBuilder("(L" + HANDLE + ";");
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      boolean reference = argument.getSort() >= Type.ARRAY;
      to.append(reference ? "Ljava/lang/Object;" : argument.getDescriptor());
    }
    return to.append(')').append(Type.getReturnType(descriptor)).toString();
  }

  private void hook(String name, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, Weaver.HOOKS, name, descriptor, false);
  }
}
