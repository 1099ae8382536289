// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import vacate.explorer.search.Stop;

/**
 * What {@code Throwable} keeps and may change: its cause, its stack trace and what it suppressed.
 * No access to it is seen, so only who made a throwable may look.
 */
final class ThrowableState {
  private static final Set<String> METHODS =
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

  /** Those that change it: whoever looks at it in a later turn of a loop can tell. */
  private static final Set<String> WRITING =
      Set.of("addSuppressed", "initCause", "fillInStackTrace", "setStackTrace");

  private ThrowableState() {}

  static boolean isUsedBy(String name, String descriptor) {
    return METHODS.contains(name + descriptor);
  }

  /** Looks at the receiver, which is below one argument or none. */
  static InsnList check(MethodInsnNode call) {
    InsnList code = new InsnList();
    if (call.desc.startsWith("()")) {
      code.add(new InsnNode(Opcodes.DUP));
    } else {
      code.add(new InsnNode(Opcodes.DUP2));
      code.add(new InsnNode(Opcodes.POP));
    }
    code.add(new LdcInsnNode(call.name));
    code.add(MethodWeaver.hook("throwable", "(Ljava/lang/Object;Ljava/lang/String;)V"));
    return code;
  }

  static void check(Machine m, Object o, String method) throws Stop {
    if (o instanceof Throwable
        && !m.identity.isLocal(o)
        && !m.identity.isMine(m.identity.known(o))) {
      throw m.refuse(
          "calls " + method + " on a " + o.getClass().getName() + " that others may reach");
    }
    if (WRITING.contains(method)) {
      m.loops().effect();
    }
  }
}
