// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.Hook.hook;
import static vacate.explorer.weave.Hook.jdkHook;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import vacate.explorer.jdk.AllowedInActors;
import vacate.explorer.jdk.AllowedInSetup;

/** Calls out of woven code: to VarHandles, to what hooks model, and to the rest of the JDK. */
final class CallWeaver {
  private static final String BOOTSTRAP =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "Ljava/lang/String;I)Ljava/lang/invoke/CallSite;";

  /** Methods of {@code Field} that read or write what it stands for. */
  private static final Pattern REFLECTIVE =
      Pattern.compile("[gs]et(|Boolean|Byte|Char|Short|Int|Long|Float|Double)");

  private static final Pattern CALLING =
      Pattern.compile("java/lang/reflect/(Method\\.invoke|Constructor\\.newInstance)");

  private final WovenProgram program;
  private final String in;
  private final MethodNode method;

  /**
   * @param in the class, by internal name, whose method it is
   */
  CallWeaver(WovenProgram program, String in, MethodNode method) {
    this.program = program;
    this.in = in;
    this.method = method;
  }

  void weave(MethodInsnNode call) {
    if (call.owner.equals(StandIns.UNSAFE) && call.getOpcode() == INVOKEVIRTUAL) {
      dynamic(call, Hook.UNSAFE, "call", call.owner);
      return;
    }
    if (call.owner.equals("java/lang/reflect/Field") && REFLECTIVE.matcher(call.name).matches()) {
      dynamic(call, Hook.REFLECTION, "access", call.owner);
      return;
    }
    String ofHandle = StandIns.isCopy(in) ? null : HandleCalls.bootstrap(call);
    if (ofHandle != null) {
      dynamic(call, Hook.HANDLES, ofHandle, call.owner);
      return;
    }
    if (CALLING.matcher(call.owner + "." + call.name).matches()) {
      dynamic(call, Hook.REFLECTED, "call", call.owner);
      return;
    }
    if (call.owner.equals("java/lang/Class")
        && call.name.equals("forName")
        && call.desc.equals("(Ljava/lang/String;)Ljava/lang/Class;")) {
      dynamic(call, Hook.REFLECTED, "forName", call.owner);
      return;
    }
    if (call.owner.equals(StandIns.MEMORY) && call.getOpcode() == INVOKEVIRTUAL) {
      call.desc = call.desc.replaceAll("Ljdk/internal/[^;]*;", "Ljava/lang/Object;"); // sessions
      dynamic(call, Hook.MEMORY, "call", call.owner);
      return;
    }
    if (StandIns.lacks(call.owner, call.name, call.desc)) {
      String what = StandIns.standsFor(call.owner).replace('/', '.') + "." + call.name;
      method.instructions.insertBefore(call, new LdcInsnNode(what));
      method.instructions.insertBefore(call, jdkHook("notModelled", "(Ljava/lang/String;)V"));
      return;
    }
    if (ThreadCalls.weave(in, method, call) || TimeCalls.weave(method, call)) {
      return;
    }
    if (StandIns.isCopy(in) && call.owner.equals("jdk/internal/access/SharedSecrets")) {
      method.instructions.set(call, new InsnNode(ACONST_NULL)); // refused where it is used
      return;
    }
    if (StandIns.isCopy(in) && call.name.equals("toIdentityString")) {
      method.instructions.insertBefore(call, new InsnNode(POP));
      method.instructions.set(call, new LdcInsnNode("")); // for who looks from outside
      return;
    }
    if (StandIns.isCopy(in) && call.name.equals("hasKnownQueuedWork")) {
      method.instructions.set(call, new InsnNode(ICONST_0)); // no thread of a pool
      return;
    }
    if (ObservedCalls.replaceTrace(method, call)
        || ObservedCalls.replaceFrames(method, call)
        || ObservedCalls.replaceHash(in, method, call)
        || ObservedCalls.replaceOwnHash(method, call)) {
      return;
    }
    if (ObservedCalls.mayAskForOwnHash(call) && !call.owner.startsWith("[")) {
      dynamic(call, "hashing", call.owner);
      return;
    }
    ObjectMethods.weave(method, call);
    ObservedCalls.weave(method, call);
    if (StandIns.makesUpdater(call.owner, call.name)) {
      updater(call);
      return;
    }
    if (StandIns.isRandom(call.owner) && (call.name + call.desc).equals("<init>()V")) {
      method.instructions.insertBefore(call, jdkHook("seed", "()J"));
      call.desc = "(J)V";
    }
    if (program.isWoven(call.owner)) {
      if (ThreadCalls.mayBeInherited(call)) {
        dynamic(call, Hook.INHERITED, "ofThread", call.owner);
      } else if (isComposition(call)) {
        dynamic(call, "guarded", Type.getReturnType(call.desc).getInternalName());
      }
      return;
    }
    if (Hook.isHook(call)) {
      return;
    }
    if (StandIns.isMentioned(call.desc) && !call.owner.startsWith("java/lang/invoke/")) {
      refuse(call, "notModelled"); // the JDK has no such method
      return;
    }
    String hook = AllowedInActors.hook(call.owner, call.name);
    int opcode = call.getOpcode();
    if (hook != null) {
      String descriptor =
          opcode == INVOKESTATIC ? call.desc : "(L" + call.owner + ";" + call.desc.substring(1);
      method.instructions.set(call, jdkHook(hook, descriptor));
    } else if (call.owner.startsWith("[")) {
      array(call);
    } else if (call.owner.equals("java/lang/invoke/VarHandle") && opcode == INVOKEVIRTUAL) {
      dynamic(call, "varHandle");
    } else if (call.owner.equals("java/lang/invoke/MethodHandle")) {
      refuse(call); // it might read or write any field
    } else if (opcode == INVOKEVIRTUAL || opcode == INVOKEINTERFACE) {
      instance(call);
    } else if (opcode == INVOKESTATIC) {
      if (!AllowedInActors.mayCall(call.owner, call.name)) {
        refuse(call);
        if (MethodReferences.mayHoldState(Type.getReturnType(call.desc))) {
          made(call);
        }
      }
      if (tellsOfSurroundings(call)
          || AllowedInActors.mayCall(call.owner, call.name) && isGuarded(call)) {
        dynamic(call, "guardedStatic");
      }
    } else if (call.owner.equals("java/lang/Object") && call.name.equals("<init>")) {
      InsnList identity = new InsnList(); // an object of no other class can be a lock and no more
      identity.add(new InsnNode(DUP));
      identity.add(hook("allocated", "(Ljava/lang/Object;)V"));
      method.instructions.insert(call, identity);
    } else if (call.owner.equals("java/lang/Thread") && call.name.equals("<init>")) {
      ThreadCalls.constructor(method, call);
    } else if (AllowedInActors.opensFile(call.owner, call.desc)) {
      refuse(call.owner.replace('/', '.') + ".<init> of a file", call, "refuseCall");
    } else if (!AllowedInActors.mayCall(call.owner, call.name)) {
      refuse(call); // a constructor, or a call on super
      if (call.name.equals("<init>")) {
        made(call); // by setup or a class initialiser
      }
    } else if (call.name.equals("<init>")) {
      constructor(call);
    }
  }

  /** An updater of the JDK is made first, by the class itself: who may access what, it says. */
  private void updater(MethodInsnNode call) {
    InsnList store = new InsnList();
    InsnList load = new InsnList();
    InsnList loadAgain = new InsnList();
    int spare = method.maxLocals;
    for (Type type : Type.getArgumentTypes(call.desc)) {
      store.insert(new VarInsnNode(ASTORE, spare));
      load.add(new VarInsnNode(ALOAD, spare));
      loadAgain.add(new VarInsnNode(ALOAD, spare));
      spare += type.getSize();
    }
    String jdk = StandIns.standsFor(call.owner);
    String ofTheJdk = "L" + jdk + ";";
    String parameters = call.desc.substring(1, call.desc.indexOf(')'));
    store.add(load);
    store.add(
        new MethodInsnNode(INVOKESTATIC, jdk, call.name, "(" + parameters + ")" + ofTheJdk, false));
    store.add(loadAgain);
    method.instructions.insertBefore(call, store);
    Handle make = new Handle(H_INVOKESTATIC, Hook.UPDATERS, "make", BOOTSTRAP, false);
    String descriptor = "(" + ofTheJdk + call.desc.substring(1);
    method.instructions.set(
        call, new InvokeDynamicInsnNode(call.name, descriptor, make, call.owner, 1));
  }

  /** Whether a call may be one of those that a class of functions inherits from the JDK. */
  private static boolean isComposition(MethodInsnNode call) {
    return (call.getOpcode() == INVOKEVIRTUAL || call.getOpcode() == INVOKEINTERFACE)
        && call.desc.matches(".*\\)Ljava/util/(function/\\w+|Comparator);");
  }

  /** Whether what a call returns is kept, for a run that goes on with this one. */
  private static boolean tellsOfSurroundings(MethodInsnNode call) {
    return AllowedInSetup.tellsOfSurroundings(call.owner.replace('/', '.') + "." + call.name);
  }

  /** Whether a call passes or returns something that may hold state, or passes a class. */
  private static boolean isGuarded(MethodInsnNode call) {
    if (MethodReferences.mayHoldState(Type.getReturnType(call.desc))) {
      return true;
    }
    for (Type type : Type.getArgumentTypes(call.desc)) {
      if (MethodReferences.mayHoldState(type)
          || isThrowable(type)
          || type.getDescriptor().equals("Ljava/lang/Class;")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThrowable(Type type) {
    return type.getDescriptor().matches("L.*(Throwable|Exception|Error);");
  }

  /** A constructor cannot be wrapped: its arguments are looked at one by one before the call. */
  private void constructor(MethodInsnNode call) {
    made(call);
    if (!isGuarded(call)) {
      return;
    }
    InsnList store = new InsnList();
    InsnList load = new InsnList();
    boolean isText = isOfCharacters(call);
    int spare = method.maxLocals;
    for (Type type : Type.getArgumentTypes(call.desc)) {
      store.insert(new VarInsnNode(type.getOpcode(ISTORE), spare));
      load.add(new VarInsnNode(type.getOpcode(ILOAD), spare));
      if (isText) {
        store.add(new VarInsnNode(type.getOpcode(ILOAD), spare));
      } else if (MethodReferences.mayHoldState(type) || isThrowable(type)) {
        load.add(new InsnNode(DUP));
        load.add(new LdcInsnNode(call.owner.replace('/', '.')));
        load.add(jdkHook("argument", "(Ljava/lang/Object;Ljava/lang/String;)V"));
      }
      spare += type.getSize();
    }
    if (isText) {
      store.add(jdkHook("newText", call.desc));
    }
    store.add(load);
    method.instructions.insertBefore(call, store);
  }

  /** A string is made of an array of characters, or of a part of it. */
  private static boolean isOfCharacters(MethodInsnNode constructor) {
    return constructor.owner.equals("java/lang/String")
        && constructor.desc.matches("\\(\\[C(II)?\\)V");
  }

  private void made(MethodInsnNode by) {
    InsnList made = new InsnList();
    made.add(new InsnNode(DUP));
    made.add(hook("made", "(Ljava/lang/Object;)V"));
    method.instructions.insert(by, made);
  }

  private void array(MethodInsnNode call) {
    if (call.name.equals("clone")) {
      String element = call.owner;
      method.instructions.insert(call, new TypeInsnNode(CHECKCAST, element));
      String hook = isOfConstants(call) ? "cloneConstants" : "cloneArray";
      method.instructions.set(call, hook(hook, "(Ljava/lang/Object;)Ljava/lang/Object;"));
    } else if (!call.name.equals("getClass")) {
      refuse(call);
    }
  }

  /** Whether this is how an enum gives its constants away. */
  private boolean isOfConstants(MethodInsnNode call) {
    return method.name.equals("values")
        && call.getPrevious() instanceof FieldInsnNode field
        && field.name.equals("$VALUES");
  }

  private void instance(MethodInsnNode call) {
    if (AllowedInActors.isImmutable(call.owner)
        && !call.owner.equals("java/lang/Object")
        && !call.owner.equals("java/lang/Class") // of what stands for one of the JDK
        && !call.owner.equals("java/lang/StackTraceElement") // of who calls the test
        && !AllowedInActors.isNever(call.owner, call.name)
        && !isGuarded(call)) {
      return;
    }
    if (call.owner.equals("java/lang/Object") && call.name.equals("getClass")) {
      return;
    }
    dynamic(call, "guarded");
  }

  private void dynamic(MethodInsnNode call, String bootstrap) {
    dynamic(call, bootstrap, call.owner);
  }

  private void dynamic(MethodInsnNode call, String bootstrap, String owner) {
    dynamic(call, Hook.CALL_SITES, bootstrap, owner);
  }

  private void dynamic(MethodInsnNode call, String from, String bootstrap, String owner) {
    boolean isStatic = call.getOpcode() == INVOKESTATIC;
    String descriptor = isStatic ? call.desc : "(L" + call.owner + ";" + call.desc.substring(1);
    Handle handle = new Handle(H_INVOKESTATIC, from, bootstrap, BOOTSTRAP, false);
    method.instructions.set(
        call, new InvokeDynamicInsnNode(call.name, descriptor, handle, owner, isStatic ? 1 : 0));
  }

  private void refuse(MethodInsnNode call) {
    refuse(call, mayShare(call) ? "refuseSharing" : "refuseCall");
  }

  /** Whether a call may use what threads share. */
  private static boolean mayShare(MethodInsnNode call) {
    return call.getOpcode() != INVOKESTATIC
        || Arrays.stream(Type.getArgumentTypes(call.desc)).anyMatch(MethodReferences::mayHoldState);
  }

  private void refuse(MethodInsnNode call, String hook) {
    refuse(call.owner.replace('/', '.') + "." + call.name, call, hook);
  }

  private void refuse(String what, MethodInsnNode call, String hook) {
    method.instructions.insertBefore(call, new LdcInsnNode(what));
    method.instructions.insertBefore(call, jdkHook(hook, "(Ljava/lang/String;)V"));
  }

  void weave(InvokeDynamicInsnNode insn) {
    String bootstrap = insn.bsm.getOwner();
    switch (bootstrap) {
      case "java/lang/runtime/SwitchBootstraps" -> {}
      case "java/lang/invoke/StringConcatFactory" ->
          insn.bsm =
              new Handle(
                  H_INVOKESTATIC, Hook.CALL_SITES, insn.bsm.getName(), insn.bsm.getDesc(), false);
      case "java/lang/invoke/LambdaMetafactory" -> {} // what it calls is woven: MethodReferences
      default -> refuseDynamic(insn);
    }
  }

  private void refuseDynamic(InvokeDynamicInsnNode insn) {
    method.instructions.insertBefore(
        insn, new LdcInsnNode("invokedynamic of " + insn.bsm.getOwner().replace('/', '.')));
    method.instructions.insertBefore(insn, jdkHook("refuseCall", "(Ljava/lang/String;)V"));
  }
}
