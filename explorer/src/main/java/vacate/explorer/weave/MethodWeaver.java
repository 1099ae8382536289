// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.Hook.hook;
import static vacate.explorer.weave.Hook.jdkHook;
import static vacate.explorer.weave.Hook.loopHook;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import vacate.explorer.jdk.AllowedInActors;

/** Weaves one method: accesses, allocations and monitors here, calls and control flow elsewhere. */
final class MethodWeaver {
  private final WovenProgram program;
  private final ClassNode owner;
  private final MethodNode method;
  private final boolean constructor;
  private final CallWeaver calls;

  /** Null but in a constructor. */
  private final EarlyThis early;

  /**
   * Whether what is reached by a reference is not older than that: concurrent collections of the
   * JDK rely on it where they read references plainly, as the JVM that they are made for does it.
   */
  private final boolean keepsDependencies;

  private boolean callsOthers;

  MethodWeaver(WovenProgram program, ClassNode owner, MethodNode method) {
    this.program = program;
    this.owner = owner;
    this.method = method;
    calls = new CallWeaver(program, owner.name, method);
    constructor = method.name.equals("<init>");
    keepsDependencies =
        StandIns.isCopy(owner.name)
            && StandIns.resource(owner.name).startsWith("java/util/concurrent/");
    early = constructor ? new EarlyThis(owner.name, method) : null;
  }

  void weave() {
    new LoopWeaver(method).weave();
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      program.mentions().note(owner.name, insn);
      weave(insn);
    }
    if (mayInitialize()) {
      InsnList begin = new InsnList();
      begin.add(new LdcInsnNode(Type.getObjectType(owner.name)));
      begin.add(hook("initializing", "(Ljava/lang/Class;)V"));
      method.instructions.insert(begin);
    }
    if (constructor && extendsForeignState()) {
      InsnList begin = new InsnList();
      String what = owner.name + " extends " + owner.superName;
      begin.add(new LdcInsnNode(what.replace('/', '.')));
      begin.add(jdkHook("refuse", "(Ljava/lang/String;)V"));
      method.instructions.insert(begin);
    }
    if (mayComeAgain()) {
      InsnList begin = new InsnList();
      begin.add(new LdcInsnNode(owner.name + "." + method.name + method.desc));
      begin.add(loopHook("called", "(Ljava/lang/String;)V"));
      method.instructions.insert(begin);
    }
    new ScopeWeaver(owner, method).weave();
    nameFirstLine();
  }

  /** What was put before the method's own code is in the source where that begins. */
  private void nameFirstLine() {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn instanceof LineNumberNode first) {
        LabelNode begin = new LabelNode();
        method.instructions.insert(new LineNumberNode(first.line, begin));
        method.instructions.insert(begin);
        return;
      }
    }
  }

  /** Whether the JDK keeps state in objects of the class that goes unseen. */
  private boolean extendsForeignState() {
    return !StandIns.isStandIn(owner.name)
        && !program.isWoven(owner.superName)
        && !AllowedInActors.mayExtend(owner.superName);
  }

  /** Whether to call the method makes sure that the class is initialised, and that takes code. */
  private boolean mayInitialize() {
    boolean sets = constructor || (method.access & ACC_STATIC) != 0;
    return sets
        && !method.name.equals("<clinit>")
        && (program.isWoven(owner.superName)
            || owner.interfaces.stream().anyMatch(program::isWoven)
            || owner.methods.stream().anyMatch(m -> m.name.equals("<clinit>")));
  }

  /** Whether the method may be on its own way back, by its calls or because the JDK can call it. */
  private boolean mayComeAgain() {
    if (method.name.equals("<clinit>")) {
      return false;
    }
    boolean forOthers = (method.access & (ACC_PRIVATE | ACC_STATIC)) == 0 && !constructor;
    boolean synthetic = (method.access & ACC_SYNTHETIC) != 0;
    return forOthers || synthetic || callsOthers;
  }

  private void weave(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    switch (opcode) {
      case GETFIELD, GETSTATIC -> load((FieldInsnNode) insn);
      case PUTFIELD, PUTSTATIC -> store((FieldInsnNode) insn);
      case IALOAD, LALOAD, FALOAD, DALOAD, AALOAD, BALOAD, CALOAD, SALOAD -> {
        String hook = insn.getOpcode() == AALOAD && keepsDependencies ? "link" : "element";
        before(insn, new InsnNode(DUP2), hook(hook, "(Ljava/lang/Object;I)V"));
      }
      case IASTORE, BASTORE, CASTORE, SASTORE -> storeElement(insn, ISTORE, ILOAD);
      case LASTORE -> storeElement(insn, LSTORE, LLOAD);
      case FASTORE -> storeElement(insn, FSTORE, FLOAD);
      case DASTORE -> storeElement(insn, DSTORE, DLOAD);
      case AASTORE -> storeElement(insn, ASTORE, ALOAD);
      case NEWARRAY, ANEWARRAY, MULTIANEWARRAY -> allocated(insn);
      case MONITORENTER -> replace(insn, hook("monitorEnter", "(Ljava/lang/Object;)V"));
      case MONITOREXIT -> replace(insn, hook("monitorExit", "(Ljava/lang/Object;)V"));
      case IF_ACMPEQ, IF_ACMPNE -> {
        String hook = StandIns.takesEqualForSame(owner.name) ? "comparedOrEqual" : "compared";
        before(insn, new InsnNode(DUP2), hook(hook, "(Ljava/lang/Object;Ljava/lang/Object;)V"));
      }
      case INVOKEDYNAMIC -> calls.weave((InvokeDynamicInsnNode) insn);
      case INVOKEVIRTUAL, INVOKESPECIAL, INVOKESTATIC, INVOKEINTERFACE ->
          call((MethodInsnNode) insn);
      case RETURN -> {
        if (constructor) {
          before(
              insn,
              new VarInsnNode(ALOAD, 0),
              new LdcInsnNode(Type.getObjectType(owner.name)),
              hook("constructed", "(Ljava/lang/Object;Ljava/lang/Class;)V"));
        }
      }
      default -> {}
    }
  }

  private void load(FieldInsnNode insn) {
    if (!program.isWoven(insn.owner)) {
      foreignField(insn);
    } else if (insn.getOpcode() == GETFIELD) {
      boolean isLink = keepsDependencies && Type.getType(insn.desc).getSort() >= Type.ARRAY;
      String hook = isLink ? "loadLink" : "load";
      before(insn, new InsnNode(DUP), ref(insn), hook(hook, "(Ljava/lang/Object;I)V"));
    } else {
      before(insn, ref(insn), hook("loadStatic", "(I)V"));
    }
  }

  /** A field of a class that is not woven: constants are fine, the rest is refused when reached. */
  private void foreignField(FieldInsnNode insn) {
    before(
        insn,
        new LdcInsnNode(insn.owner),
        new LdcInsnNode(insn.name),
        jdkHook("foreignField", "(Ljava/lang/String;Ljava/lang/String;)V"));
  }

  private void store(FieldInsnNode insn) {
    if (!program.isWoven(insn.owner)) {
      foreignField(insn);
      return;
    }
    if (insn.getOpcode() == PUTSTATIC) {
      before(insn, ref(insn), hook("touchStatic", "(I)V"));
      after(insn, ref(insn), hook("storedStatic", "(I)V"));
      return;
    }
    if (constructor && early.contains(insn)) {
      early.refuseMoving(insn, owner);
      program.fields().assignedEarly(insn); // announced as soon as there is an object
      return;
    }
    Type type = Type.getType(insn.desc);
    int spare = method.maxLocals; // lives between two instructions only, so all stores share it
    before(
        insn,
        new VarInsnNode(type.getOpcode(ISTORE), spare),
        new InsnNode(DUP),
        ref(insn),
        hook("touch", "(Ljava/lang/Object;I)V"),
        new InsnNode(DUP),
        new VarInsnNode(type.getOpcode(ILOAD), spare));
    after(insn, ref(insn), hook("stored", "(Ljava/lang/Object;I)V"));
  }

  private void storeElement(AbstractInsnNode insn, int store, int load) {
    int spare = method.maxLocals;
    before(
        insn,
        new VarInsnNode(store, spare),
        new InsnNode(DUP2),
        hook("touchElement", "(Ljava/lang/Object;I)V"),
        new InsnNode(DUP2),
        new VarInsnNode(load, spare));
    after(insn, hook("storedElement", "(Ljava/lang/Object;I)V"));
  }

  private void allocated(AbstractInsnNode insn) {
    after(insn, new InsnNode(DUP), hook("allocated", "(Ljava/lang/Object;)V"));
  }

  private void call(MethodInsnNode insn) {
    boolean ofThis = constructor && early.contains(insn);
    callsOthers |= !ofThis;
    if (ofThis) {
      if (insn.owner.equals("java/lang/Thread")) {
        ThreadCalls.superclass(method, insn);
      }
      if (!program.isWoven(insn.owner)) {
        after(insn, new VarInsnNode(ALOAD, 0), hook("allocated", "(Ljava/lang/Object;)V"));
      }
    } else {
      calls.weave(insn);
    }
  }

  private LdcInsnNode ref(FieldInsnNode insn) {
    return new LdcInsnNode(program.fields().number(insn.owner, insn.name, insn.desc));
  }

  private void before(AbstractInsnNode insn, AbstractInsnNode... code) {
    for (AbstractInsnNode c : code) {
      method.instructions.insertBefore(insn, c);
    }
  }

  private void after(AbstractInsnNode insn, AbstractInsnNode... code) {
    InsnList list = new InsnList();
    for (AbstractInsnNode c : code) {
      list.add(c);
    }
    method.instructions.insert(insn, list);
  }

  private void replace(AbstractInsnNode insn, AbstractInsnNode by) {
    method.instructions.set(insn, by);
  }
}
