// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.POP;
import static vacate.explorer.weave.Hook.jdkHook;

import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Calls that are made as they are, but whose receiver or result a hook looks at. */
final class ObservedCalls {
  /** What {@code Throwable} keeps and may change: its cause, its trace and what it suppressed. */
  private static final Set<String> STATE_OF_THROWABLES =
      Set.of(
          "addSuppressed(Ljava/lang/Throwable;)V",
          "getSuppressed()[Ljava/lang/Throwable;",
          "initCause(Ljava/lang/Throwable;)Ljava/lang/Throwable;",
          "getCause()Ljava/lang/Throwable;",
          "fillInStackTrace()Ljava/lang/Throwable;",
          "setStackTrace([Ljava/lang/StackTraceElement;)V",
          "getStackTrace()[Ljava/lang/StackTraceElement;",
          "printStackTrace()V",
          "printStackTrace(Ljava/io/PrintStream;)V",
          "printStackTrace(Ljava/io/PrintWriter;)V");

  /** Tables that keys are looked up in by their hash codes. */
  private static final Set<String> TABLES =
      Set.of(
          "java/util/HashMap",
          "java/util/Hashtable",
          "java/util/IdentityHashMap",
          "java/util/ImmutableCollections$SetN",
          "java/util/ImmutableCollections$MapN",
          "java/util/concurrent/ConcurrentHashMap");

  private static final Set<String> MESSAGES =
      Set.of("getMessage", "getLocalizedMessage", "toString");

  private ObservedCalls() {}

  /** Whether the receiver of such a method is looked at. */
  static boolean looksAtReceiver(String name, String descriptor) {
    return usesStateOfThrowable(name, descriptor) || asksForHash(name, descriptor);
  }

  private static boolean usesStateOfThrowable(String name, String descriptor) {
    return STATE_OF_THROWABLES.contains(name + descriptor);
  }

  /** Whether a method may be one that an identity hash code comes out of. */
  private static boolean asksForHash(String name, String descriptor) {
    return name.equals("hashCode") && descriptor.equals("()I");
  }

  /**
   * Gives tables of the JDK hash codes that are always the same, to look things up by.
   *
   * @param in the class, by internal name, whose code it is
   * @return whether the call asks for one there
   */
  static boolean replaceHash(String in, MethodNode method, MethodInsnNode call) {
    if (!StandIns.isCopy(in)
        || !TABLES.contains(StandIns.resource(in)) && !method.name.equals("toIdentityString")
        || method.name.equals("hashCode")) {
      return false;
    }
    boolean isOfIdentity =
        call.owner.equals("java/lang/System") && call.name.equals("identityHashCode");
    boolean isOfAny =
        asksForHash(call.name, call.desc)
            && call.getOpcode() != INVOKESTATIC
            && call.getOpcode() != INVOKESPECIAL;
    if (isOfIdentity || isOfAny) {
      String hook = isOfIdentity ? "identityHash" : "hash";
      method.instructions.set(call, jdkHook(hook, "(Ljava/lang/Object;)I"));
    }
    return isOfIdentity || isOfAny;
  }

  /**
   * Gives code of the program hash codes that are the same in each run, where it asks an object for
   * that of its identity.
   *
   * @return whether the call asks for one
   */
  static boolean replaceOwnHash(MethodNode method, MethodInsnNode call) {
    boolean isOfIdentity =
        call.owner.equals("java/lang/System") && call.name.equals("identityHashCode");
    boolean isOfObject =
        asksForHash(call.name, call.desc)
            && call.getOpcode() == INVOKESPECIAL
            && (call.owner.equals("java/lang/Object") || call.owner.equals("java/lang/Enum"));
    if (isOfIdentity || isOfObject) {
      method.instructions.set(call, jdkHook("ownHash", "(Ljava/lang/Object;)I"));
    }
    return isOfIdentity || isOfObject;
  }

  /** Prints a trace nowhere if that is where people read; returns whether the call prints one. */
  static boolean replaceTrace(MethodNode method, MethodInsnNode call) {
    boolean prints =
        call.owner.startsWith("java/")
            && call.getOpcode() == INVOKEVIRTUAL
            && (call.name + call.desc).equals("printStackTrace(Ljava/io/PrintStream;)V");
    if (prints) {
      String descriptor = "(Ljava/lang/Throwable;Ljava/io/PrintStream;)V";
      method.instructions.set(call, jdkHook("printTrace", descriptor));
    }
    return prints;
  }

  /** Gives who asks for a trace that of the program alone; returns whether the call asks. */
  static boolean replaceFrames(MethodNode method, MethodInsnNode call) {
    boolean asks =
        call.owner.matches("java/.*(Throwable|Exception|Error)")
            && call.getOpcode() == INVOKEVIRTUAL
            && (call.name + call.desc).equals("getStackTrace()[Ljava/lang/StackTraceElement;");
    if (asks) {
      String descriptor = "(Ljava/lang/Throwable;)[Ljava/lang/StackTraceElement;";
      method.instructions.set(call, jdkHook("frames", descriptor));
    }
    return asks;
  }

  /** Whether it may be that of its identity which an object is asked for. */
  static boolean mayAskForOwnHash(MethodInsnNode call) {
    return asksForHash(call.name, call.desc)
        && (call.getOpcode() == INVOKEVIRTUAL || call.getOpcode() == INVOKEINTERFACE);
  }

  static void weave(MethodNode method, MethodInsnNode call) {
    if (usesStateOfThrowable(call.name, call.desc)) {
      method.instructions.insertBefore(call, throwable(call));
    } else if (asksForHash(call.name, call.desc) && call.getOpcode() == INVOKESPECIAL) {
      method.instructions.insertBefore(call, hashed(call));
    } else if (givesMessage(call)) {
      method.instructions.insertBefore(call, throwable(call));
      method.instructions.insert(call, jdkHook("heard", "(Ljava/lang/String;)Ljava/lang/String;"));
    }
  }

  /** Looks at the receiver, which is below one argument or none. */
  private static InsnList throwable(MethodInsnNode call) {
    InsnList code = new InsnList();
    if (call.desc.startsWith("()")) {
      code.add(new InsnNode(DUP));
    } else {
      code.add(new InsnNode(DUP2));
      code.add(new InsnNode(POP));
    }
    code.add(new LdcInsnNode(said(call)));
    code.add(jdkHook("throwable", "(Ljava/lang/Object;Ljava/lang/String;)V"));
    return code;
  }

  /** To print a trace for people is harmless; to print it into something is to read it. */
  private static String said(MethodInsnNode call) {
    boolean into = call.name.equals("printStackTrace") && !call.desc.startsWith("()");
    return into ? "printStackTrace(to)" : call.name;
  }

  /** A superclass is asked for the receiver's. */
  private static InsnList hashed(MethodInsnNode call) {
    InsnList code = new InsnList();
    code.add(new InsnNode(DUP));
    code.add(new LdcInsnNode(Type.getObjectType(call.owner)));
    code.add(jdkHook("hashed", "(Ljava/lang/Object;Ljava/lang/Class;)V"));
    return code;
  }

  /** Whether a call may give a message of the JVM. */
  private static boolean givesMessage(MethodInsnNode call) {
    return call.desc.equals("()Ljava/lang/String;")
        && MESSAGES.contains(call.name)
        && call.owner.matches("java/.*(Throwable|Exception|Error)");
  }
}
