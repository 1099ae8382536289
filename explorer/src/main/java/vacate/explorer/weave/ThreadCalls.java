// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.Hook.threadHook;
import static vacate.explorer.weave.Hook.traitHook;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Calls by which threads wait, or look at each other and at the time: a hook takes their place. */
final class ThreadCalls {
  private static final String LOCK_SUPPORT = "java/util/concurrent/locks/LockSupport";

  private static final String CONDITION = "java/util/concurrent/locks/Condition";

  /** Which every class has from {@code Object}, and none may override. */
  private static final Map<String, String> OF_OBJECTS =
      Map.of(
          "wait()V", "await",
          "wait(J)V", "await",
          "wait(JI)V", "await",
          "notify()V", "signal",
          "notifyAll()V", "signalAll");

  private static final Set<String> OF_THREADS =
      Set.of(
          "currentThread",
          "interrupt",
          "isInterrupted",
          "interrupted",
          "sleep",
          "start",
          "join",
          "isAlive",
          "getState",
          "holdsLock",
          "setName",
          "getName",
          "getId",
          "threadId",
          "isVirtual");

  /** What a program says of threads, and asks, that decides nothing. */
  private static final Set<String> TRAITS =
      Set.of(
          "setDaemon",
          "isDaemon",
          "setPriority",
          "getPriority",
          "getThreadGroup",
          "setUncaughtExceptionHandler",
          "setContextClassLoader",
          "checkAccess");

  /** Of these, what code of the JDK asks before it changes it. */
  private static final Map<String, String> SEEN =
      Map.of(
          "isDaemon", "seenDaemon", "getPriority", "seenPriority", "getThreadGroup", "seenGroup");

  /** What a class of the program has of {@code Thread}, if it extends that. */
  private static final Set<String> INHERITED =
      Arrays.stream(Thread.class.getMethods())
          .filter(m -> m.getDeclaringClass() == Thread.class)
          .map(m -> m.getName() + Type.getMethodDescriptor(m))
          .filter(m -> !m.equals("run()V") && !m.startsWith("toString("))
          .collect(Collectors.toUnmodifiableSet());

  /** What makes threads of later JDKs. */
  private static final Set<String> MAKERS = Set.of("ofVirtual", "ofPlatform", "startVirtualThread");

  private static final Set<String> OF_LOCK_SUPPORT =
      Set.of("park", "parkNanos", "parkUntil", "unpark", "setCurrentBlocker");

  /** Those of them that wait. */
  private static final Set<String> PARKS = Set.of("park", "parkNanos", "parkUntil");

  private static final Set<String> OF_UNITS = Set.of("sleep", "timedWait", "timedJoin");

  /** What code of the JDK is told of the machine: it waits, spins and caches by that. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          LOCK_SUPPORT + ".getThreadId",
          "java/lang/Thread.getId",
          "java/lang/Thread.threadId",
          "java/lang/Thread.getState",
          "java/lang/System.nanoTime",
          "java/lang/System.currentTimeMillis",
          "java/lang/Runtime.availableProcessors");

  private static final Set<String> IDS = Set.of("getId", "threadId", "getThreadId");

  private ThreadCalls() {}

  /**
   * Puts a hook in place of such a call.
   *
   * @param in the class, by internal name, whose code it is
   * @return whether it was one
   */
  static boolean weave(String in, MethodNode method, MethodInsnNode call) {
    boolean ofTheJdk = StandIns.isStandIn(in);
    String ofObjects = OF_OBJECTS.get(call.name + call.desc);
    if (ofObjects != null && call.getOpcode() != INVOKESTATIC) {
      String parameters = call.desc.substring(1, call.desc.indexOf(')'));
      waiting(method, call, ofObjects, "Ljava/lang/Object;" + parameters, ofTheJdk);
      return true;
    }
    if (ofTheJdk && call.owner.equals(CONDITION) && call.name.startsWith("await")) {
      method.instructions.insertBefore(call, threadHook("insist", "()V"));
      method.instructions.insert(call, threadHook("desist", "()V"));
      return false;
    }
    if (call.owner.equals("java/lang/Thread") && MAKERS.contains(call.name)) {
      call.owner = StandIns.THREAD_MAKER;
      return true;
    }
    if (ofTheJdk && call.name.equals("currentThread") && isAskedForGroup(call)) {
      method.instructions.set(call, new InsnNode(ACONST_NULL)); // whoever it is, there is none
      return true;
    }
    if (in.equals(StandIns.COPIED_EXECUTORS) && call.name.equals("availableProcessors")) {
      method.instructions.insertBefore(call, new InsnNode(POP));
      method.instructions.set(
          call, new InsnNode(ICONST_2)); // threads of a pool, with no limit here
      return true;
    }
    String trait = trait(call, ofTheJdk);
    if (trait != null) {
      String receiver = call.getOpcode() == INVOKESTATIC ? "" : "L" + call.owner + ";";
      method.instructions.set(call, traitHook(trait, "(" + receiver + call.desc.substring(1)));
      return true;
    }
    boolean hooked =
        call.owner.equals("java/lang/Thread") && OF_THREADS.contains(call.name)
            || call.owner.equals("java/util/concurrent/TimeUnit") && OF_UNITS.contains(call.name)
            || call.owner.equals(LOCK_SUPPORT) && OF_LOCK_SUPPORT.contains(call.name)
            || ofTheJdk && OF_THE_MACHINE.contains(call.owner + "." + call.name);
    if (hooked && PARKS.contains(call.name)) {
      String parameters = call.desc.substring(1, call.desc.indexOf(')'));
      waiting(method, call, call.name, parameters, ofTheJdk);
    } else if (ofTheJdk && hooked && IDS.contains(call.name)) {
      method.instructions.set(call, threadHook("id", "(Ljava/lang/Thread;)J"));
    } else if (!ofTheJdk && hooked && call.name.equals("getState")) {
      String state = "(Ljava/lang/Thread;)Ljava/lang/Thread$State;";
      method.instructions.set(call, threadHook("toldState", state));
    } else if (!ofTheJdk && hooked && call.name.equals("unpark")) { // its own wait first
      method.instructions.set(call, threadHook("unparkAny", call.desc));
    } else if (hooked) {
      String receiver = call.getOpcode() == INVOKESTATIC ? "" : "L" + call.owner + ";";
      String descriptor = "(" + receiver + call.desc.substring(1);
      method.instructions.set(call, threadHook(call.name, descriptor));
    }
    return hooked;
  }

  /** Whether what a call returns is asked which group of threads it is in, and nothing else. */
  private static boolean isAskedForGroup(MethodInsnNode call) {
    return call.getNext() instanceof MethodInsnNode next && next.name.equals("getThreadGroup");
  }

  /** The hook of what decides nothing; null if a call is none of that. */
  private static String trait(MethodInsnNode call, boolean ofTheJdk) {
    if (call.owner.equals("java/lang/System") && call.name.equals("getSecurityManager")) {
      return call.name;
    }
    if (!call.owner.equals("java/lang/Thread") || !TRAITS.contains(call.name)) {
      return null;
    }
    return ofTheJdk ? SEEN.getOrDefault(call.name, call.name) : call.name;
  }

  /** Whether a call may be one of what a class of the program inherits from {@code Thread}. */
  static boolean mayBeInherited(MethodInsnNode call) {
    return call.getOpcode() != INVOKESPECIAL && INHERITED.contains(call.name + call.desc);
  }

  /** A thread is made: that, what it is to run, and its name, is told. */
  static void constructor(MethodNode method, MethodInsnNode call) {
    tell(method, call, new InsnNode(DUP), "made");
  }

  /** The same in a constructor of a class that extends {@code Thread}. */
  static void superclass(MethodNode method, MethodInsnNode call) {
    tell(method, call, new VarInsnNode(ALOAD, 0), "extended");
  }

  private static void tell(
      MethodNode method, MethodInsnNode call, AbstractInsnNode thread, String hook) {
    InsnList store = new InsnList();
    InsnList load = new InsnList();
    int spare = method.maxLocals;
    int target = -1;
    int name = -1;
    for (Type type : Type.getArgumentTypes(call.desc)) {
      store.insert(new VarInsnNode(type.getOpcode(ISTORE), spare));
      load.add(new VarInsnNode(type.getOpcode(ILOAD), spare));
      target = type.getDescriptor().equals("Ljava/lang/Runnable;") ? spare : target;
      name = type.getDescriptor().equals("Ljava/lang/String;") ? spare : name;
      spare += type.getSize();
    }
    store.add(load);
    method.instructions.insertBefore(call, store);
    InsnList told = new InsnList();
    told.add(thread);
    told.add(local(target));
    told.add(local(name));
    told.add(threadHook(hook, "(Ljava/lang/Thread;Ljava/lang/Runnable;Ljava/lang/String;)V"));
    method.instructions.insert(call, told);
  }

  private static AbstractInsnNode local(int number) {
    return number < 0 ? new InsnNode(ACONST_NULL) : new VarInsnNode(ALOAD, number);
  }

  /**
   * The JDK's own loops know that they may be woken for no reason, and go on waiting then: only
   * others are.
   */
  private static void waiting(
      MethodNode method, MethodInsnNode call, String hook, String parameters, boolean ofTheJdk) {
    boolean notifies = hook.startsWith("signal");
    if (!notifies) {
      method.instructions.insertBefore(call, new InsnNode(ofTheJdk ? ICONST_0 : ICONST_1));
    }
    String descriptor = "(" + parameters + (notifies ? "" : "Z") + ")V";
    method.instructions.set(call, threadHook(hook, descriptor));
  }
}
