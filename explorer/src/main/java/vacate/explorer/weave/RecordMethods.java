// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * {@code equals}, {@code hashCode} and {@code toString} of records. The JDK makes them at run time
 * of method handles that read the fields of both records where nobody sees it; here they become
 * methods of the class, which say the same and are woven like any other.
 */
final class RecordMethods {
  private static final String FACTORY = "java/lang/runtime/ObjectMethods";
  private static final String OBJECT = "java/lang/Object";
  private static final String TEXT = "java/lang/StringBuilder";

  private final ClassNode owner;
  private final List<Handle> components;
  private final MethodNode body;

  private RecordMethods(ClassNode owner, InvokeDynamicInsnNode call, String name) {
    this.owner = owner;
    components = getters(call);
    body = new MethodNode(ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, name, call.desc, null, null);
  }

  /** Replaces what the compiler of the class left to the JDK. */
  static void expand(ClassNode owner) {
    List<MethodNode> bodies = new ArrayList<>();
    for (MethodNode method : owner.methods) {
      int line = 0;
      for (AbstractInsnNode insn : method.instructions.toArray()) {
        if (insn instanceof LineNumberNode n) {
          line = n.line;
        } else if (insn instanceof InvokeDynamicInsnNode d && isUnderstood(d)) {
          String name = "record$" + bodies.size() + "$" + d.name;
          MethodNode body = new RecordMethods(owner, d, name).body(d.name, line);
          bodies.add(body);
          method.instructions.set(
              d, new MethodInsnNode(INVOKESTATIC, owner.name, name, d.desc, false));
        }
      }
    }
    owner.methods.addAll(bodies);
  }

  /** A component that is not simply a field is left to be refused. */
  private static boolean isUnderstood(InvokeDynamicInsnNode d) {
    return d.bsm.getOwner().equals(FACTORY)
        && getters(d).stream().allMatch(h -> h.getTag() == H_GETFIELD);
  }

  private static List<Handle> getters(InvokeDynamicInsnNode d) {
    return Arrays.stream(d.bsmArgs)
        .filter(Handle.class::isInstance)
        .map(Handle.class::cast)
        .toList();
  }

  private MethodNode body(String name, int line) {
    body.visitCode();
    Label start = new Label();
    body.visitLabel(start);
    body.visitLineNumber(line, start);
    switch (name) {
      case "equals" -> equalsBody();
      case "hashCode" -> hashCodeBody();
      default -> toStringBody();
    }
    body.visitMaxs(0, 2); // the writer computes the stack; two locals are all that a body has
    body.visitEnd();
    return body;
  }

  /** Equal are the same record, or two of the class whose components are equal one by one. */
  private void equalsBody() {
    Label other = new Label();
    Label differs = new Label();
    body.visitVarInsn(ALOAD, 0);
    body.visitVarInsn(ALOAD, 1);
    body.visitJumpInsn(IF_ACMPNE, other);
    body.visitInsn(ICONST_1);
    body.visitInsn(IRETURN);
    target(other);
    body.visitVarInsn(ALOAD, 1);
    body.visitTypeInsn(INSTANCEOF, owner.name);
    body.visitJumpInsn(IFEQ, differs);
    for (Handle c : components) {
      Type type = load(c, 0);
      load(c, 1);
      String d = type.getDescriptor();
      if (isReference(type)) {
        call(
            INVOKESTATIC, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
        body.visitJumpInsn(IFEQ, differs);
      } else {
        call(INVOKESTATIC, box(type), "compare", "(" + d + d + ")I");
        body.visitJumpInsn(IFNE, differs);
      }
    }
    body.visitInsn(ICONST_1);
    body.visitInsn(IRETURN);
    target(differs);
    body.visitInsn(ICONST_0);
    body.visitInsn(IRETURN);
  }

  /** Not prescribed, so it is what the JDK does: as of a list. */
  private void hashCodeBody() {
    body.visitInsn(ICONST_0);
    for (Handle c : components) {
      body.visitIntInsn(BIPUSH, 31);
      body.visitInsn(IMUL);
      Type type = load(c, 0);
      if (isReference(type)) {
        Label isNull = new Label();
        Label end = new Label();
        body.visitVarInsn(ASTORE, 1);
        body.visitVarInsn(ALOAD, 1);
        body.visitJumpInsn(IFNULL, isNull);
        body.visitVarInsn(ALOAD, 1);
        call(INVOKEVIRTUAL, OBJECT, "hashCode", "()I");
        body.visitJumpInsn(GOTO, end);
        target(isNull, INTEGER);
        body.visitInsn(ICONST_0);
        target(end, INTEGER, INTEGER);
      } else {
        call(INVOKESTATIC, box(type), "hashCode", "(" + type.getDescriptor() + ")I");
      }
      body.visitInsn(IADD);
    }
    body.visitInsn(IRETURN);
  }

  private void toStringBody() {
    body.visitTypeInsn(NEW, TEXT);
    body.visitInsn(DUP);
    call(INVOKESPECIAL, TEXT, "<init>", "()V");
    append(simpleName() + "[");
    for (int i = 0; i < components.size(); i++) {
      append((i == 0 ? "" : ", ") + components.get(i).getName() + "=");
      Type type = load(components.get(i), 0);
      append(
          switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
            case Type.OBJECT, Type.ARRAY -> Type.getObjectType(OBJECT);
            default -> type;
          });
    }
    append("]");
    call(INVOKEVIRTUAL, TEXT, "toString", "()Ljava/lang/String;");
    body.visitInsn(ARETURN);
  }

  private void append(String text) {
    body.visitLdcInsn(text);
    append(Type.getObjectType("java/lang/String"));
  }

  private void append(Type type) {
    call(INVOKEVIRTUAL, TEXT, "append", "(" + type.getDescriptor() + ")L" + TEXT + ";");
  }

  private String simpleName() {
    for (InnerClassNode inner : owner.innerClasses) {
      if (inner.name.equals(owner.name) && inner.innerName != null) {
        return inner.innerName;
      }
    }
    return owner.name.substring(owner.name.lastIndexOf('/') + 1);
  }

  /** Loads a component of this record, or of the one that it is compared with. */
  private Type load(Handle component, int of) {
    body.visitVarInsn(ALOAD, of);
    if (of != 0) {
      body.visitTypeInsn(CHECKCAST, owner.name);
    }
    body.visitFieldInsn(GETFIELD, component.getOwner(), component.getName(), component.getDesc());
    return Type.getType(component.getDesc());
  }

  private void call(int opcode, String type, String name, String descriptor) {
    body.visitMethodInsn(opcode, type, name, descriptor, false);
  }

  private void target(Label label, Object... stack) {
    body.visitLabel(label);
    body.visitFrame(F_NEW, 2, new Object[] {owner.name, OBJECT}, stack.length, stack);
  }

  private static boolean isReference(Type type) {
    return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
  }

  private static String box(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.BYTE -> "java/lang/Byte";
      case Type.CHAR -> "java/lang/Character";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      default -> "java/lang/Double";
    };
  }
}
