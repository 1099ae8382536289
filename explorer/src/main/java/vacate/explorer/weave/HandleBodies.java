// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What method handles refer to, as methods of one instruction: a field that is read or written, a
 * method or constructor that is called, an element of an array. The method is woven as any other,
 * so to invoke the handle is to execute that instruction.
 */
public final class HandleBodies {
  /** A member that an instruction names, and whose access it has. */
  private record Member(int kind, Class<?> owner, String name, MethodType type, Class<?> host) {}

  private final WovenProgram program;
  private final Weaver weaver;
  private final Map<Member, MethodHandles.Lookup> bodies = new ConcurrentHashMap<>();
  private final Map<Member, MethodHandles.Lookup> ofArrays = new ConcurrentHashMap<>();

  HandleBodies(WovenProgram program, Weaver weaver) {
    this.program = program;
    this.weaver = weaver;
  }

  /**
   * The handle of the same type and effect that is woven; empty if there can be none.
   *
   * @param lookup that has found it
   * @param caller of the woven class that asks for it
   */
  public Optional<MethodHandle> of(
      MethodHandles.Lookup lookup, MethodHandle direct, MethodHandles.Lookup caller) {
    MethodHandleInfo info;
    try {
      info = lookup.revealDirect(direct);
    } catch (IllegalArgumentException notDirect) {
      return Optional.empty();
    }
    Class<?> owner = owner(info, direct);
    if (owner == null || owner.isHidden() || owner.isArray()) {
      return Optional.empty();
    }
    MethodType type =
        hasReceiver(info.getReferenceKind())
            ? direct.type().changeParameterType(0, owner)
            : direct.type();
    Class<?> host = WeavingLoader.isWoven(owner) ? owner : caller.lookupClass();
    Member member = new Member(info.getReferenceKind(), owner, info.getName(), type, host);
    MethodHandle body =
        handle(bodies.computeIfAbsent(member, m -> define(caller, m, code(m))), member);
    program.mentions().note(Type.getInternalName(caller.lookupClass()), last(member));
    return Optional.of(body.asType(direct.type()).withVarargs(direct.isVarargsCollector()));
  }

  /**
   * The field that a handle writes although the source says that it is final; null if there is
   * none.
   */
  public Field finalField(MethodHandles.Lookup lookup, MethodHandle direct) {
    MethodHandleInfo info;
    try {
      info = lookup.revealDirect(direct);
    } catch (IllegalArgumentException notDirect) {
      return null;
    }
    boolean writes =
        info.getReferenceKind() == MethodHandleInfo.REF_putField
            || info.getReferenceKind() == MethodHandleInfo.REF_putStatic;
    Field field = writes ? info.reflectAs(Field.class, lookup) : null;
    return writes && program.fields().isFinal(field) ? field : null;
  }

  /** The handle that reads or writes elements of arrays. */
  public MethodHandle ofElements(Class<?> array, boolean writes, MethodHandles.Lookup caller) {
    Class<?> element = array.getComponentType();
    MethodType type =
        writes
            ? MethodType.methodType(void.class, array, int.class, element)
            : MethodType.methodType(element, array, int.class);
    Type of = Type.getType(element);
    int opcode = of.getOpcode(writes ? IASTORE : IALOAD);
    Member member = new Member(opcode, array, "element", type, caller.lookupClass());
    return handle(
        ofArrays.computeIfAbsent(
            member, m -> define(caller, m, new AbstractInsnNode[] {new InsnNode(opcode)})),
        member);
  }

  /** A new one, as each lookup finds: who compares two sees that they are two. */
  private static MethodHandle handle(MethodHandles.Lookup defined, Member m) {
    try {
      return defined.findStatic(defined.lookupClass(), nameOfBody(m), m.type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String nameOfBody(Member m) {
    return MethodReferences.between(m.name.equals("<init>") ? "new" : m.name);
  }

  private static boolean hasReceiver(int kind) {
    return switch (kind) {
      case H_GETFIELD, H_PUTFIELD, H_INVOKEVIRTUAL, H_INVOKEINTERFACE, H_INVOKESPECIAL -> true;
      default -> false;
    };
  }

  /**
   * The class that the instruction names: where a woven class has the member, that one, so that
   * what is next to it may access it. Null if there is none that may.
   */
  private static Class<?> owner(MethodHandleInfo info, MethodHandle direct) {
    Class<?> declaring = info.getDeclaringClass();
    boolean isPrivate = Modifier.isPrivate(info.getModifiers());
    if (info.getReferenceKind() == H_INVOKESPECIAL && !isPrivate) {
      return null; // calls a method of a superclass, whatever overrides it
    }
    if (WeavingLoader.isWoven(declaring)) {
      return declaring;
    }
    Class<?> named =
        hasReceiver(info.getReferenceKind()) ? direct.type().parameterType(0) : declaring;
    boolean isPublic =
        Modifier.isPublic(info.getModifiers())
            && (Modifier.isPublic(named.getModifiers()) || WeavingLoader.isWoven(named));
    return isPublic ? named : null;
  }

  private static AbstractInsnNode last(Member m) {
    AbstractInsnNode[] code = code(m);
    return code[code.length - 1];
  }

  private static AbstractInsnNode[] code(Member m) {
    String owner = Type.getInternalName(m.owner);
    boolean isOfInterface = m.owner.isInterface();
    MethodType withoutReceiver = hasReceiver(m.kind) ? m.type.dropParameterTypes(0, 1) : m.type;
    String descriptor = withoutReceiver.descriptorString();
    return switch (m.kind) {
      case H_GETFIELD -> one(field(GETFIELD, owner, m, m.type.returnType()));
      case H_GETSTATIC -> one(field(GETSTATIC, owner, m, m.type.returnType()));
      case H_PUTFIELD -> one(field(PUTFIELD, owner, m, m.type.lastParameterType()));
      case H_PUTSTATIC -> one(field(PUTSTATIC, owner, m, m.type.lastParameterType()));
      case H_INVOKESTATIC ->
          one(new MethodInsnNode(INVOKESTATIC, owner, m.name, descriptor, isOfInterface));
      case H_NEWINVOKESPECIAL ->
          new AbstractInsnNode[] {
            new TypeInsnNode(NEW, owner),
            new InsnNode(DUP),
            new MethodInsnNode(
                INVOKESPECIAL,
                owner,
                "<init>",
                m.type.changeReturnType(void.class).descriptorString())
          };
      default ->
          one(
              new MethodInsnNode(
                  isOfInterface ? INVOKEINTERFACE : INVOKEVIRTUAL,
                  owner,
                  m.name,
                  descriptor,
                  isOfInterface));
    };
  }

  private static AbstractInsnNode[] one(AbstractInsnNode insn) {
    return new AbstractInsnNode[] {insn};
  }

  private static FieldInsnNode field(int opcode, String owner, Member m, Class<?> type) {
    return new FieldInsnNode(opcode, owner, m.name, type.descriptorString());
  }

  /**
   * Defines a class beside the host, with a method that has the code between parameters and end.
   */
  private MethodHandles.Lookup define(
      MethodHandles.Lookup caller, Member m, AbstractInsnNode... code) {
    ClassNode node = new ClassNode();
    node.version = V17;
    node.access = ACC_FINAL | ACC_SYNTHETIC;
    node.name = Type.getInternalName(m.host) + "$Handle";
    node.superName = "java/lang/Object";
    int access = ACC_STATIC | ACC_SYNTHETIC;
    MethodNode body = new MethodNode(access, nameOfBody(m), m.type.descriptorString(), null, null);
    int local = 0;
    boolean isNew = m.kind == H_NEWINVOKESPECIAL && code.length > 1;
    if (isNew) {
      body.instructions.add(code[0]);
      body.instructions.add(code[1]);
    }
    for (Class<?> parameter : m.type.parameterArray()) {
      Type type = Type.getType(parameter);
      body.instructions.add(new VarInsnNode(type.getOpcode(ILOAD), local));
      local += type.getSize();
    }
    body.instructions.add(code[code.length - 1]);
    body.instructions.add(new InsnNode(Type.getType(m.type.returnType()).getOpcode(IRETURN)));
    body.maxLocals = local;
    body.maxStack = local + 3;
    node.methods.add(body);
    try {
      return MethodHandles.privateLookupIn(m.host, caller)
          .defineHiddenClass(weaver.woven(node), false, MethodHandles.Lookup.ClassOption.NESTMATE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
