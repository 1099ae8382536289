// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static vacate.explorer.weave.Hook.hook;
import static vacate.explorer.weave.Hook.timeHook;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Calls that ask for the time of day: of {@code java.time} each is made with a clock of the
 * program, a {@code Date} with a number, and a hook makes calendars.
 */
final class TimeCalls {
  private static final String CLOCK = "Ljava/time/Clock;";

  private static final Set<String> CLOCKS =
      Set.of(
          "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

  private TimeCalls() {}

  /** Changes such a call; returns whether there is no more to do about it. */
  static boolean weave(MethodNode method, MethodInsnNode call) {
    boolean isStatic = call.getOpcode() == INVOKESTATIC;
    if (isStatic && call.owner.startsWith("java/time/") && call.name.equals("now")) {
      now(method, call);
      return true;
    }
    if (isStatic && call.owner.equals("java/time/Clock") && CLOCKS.contains(call.name)) {
      method.instructions.set(call, timeHook(call.name, call.desc));
      return true;
    }
    if (isStatic
        && call.owner.matches("java/util/(Gregorian)?Calendar")
        && call.name.equals("getInstance")) {
      MethodInsnNode made = timeHook(call.name, call.desc);
      method.instructions.set(call, made);
      method.instructions.insert(made, made());
      return true;
    }
    if (call.getOpcode() == INVOKESPECIAL
        && call.owner.equals("java/util/Date")
        && (call.name + call.desc).equals("<init>()V")) {
      method.instructions.insertBefore(call, timeHook("millis", "()J"));
      call.desc = "(J)V";
    }
    return false;
  }

  /** What is given, if anything, is a zone or a clock. */
  private static void now(MethodNode method, MethodInsnNode call) {
    Type[] given = Type.getArgumentTypes(call.desc);
    if (given.length == 0) {
      method.instructions.insertBefore(call, timeHook("systemDefaultZone", "()" + CLOCK));
    } else if (given[0].getDescriptor().equals("Ljava/time/ZoneId;")) {
      method.instructions.insertBefore(call, timeHook("system", "(Ljava/time/ZoneId;)" + CLOCK));
    }
    call.desc = "(" + CLOCK + ")" + Type.getReturnType(call.desc);
  }

  private static InsnList made() {
    InsnList made = new InsnList();
    made.add(new InsnNode(Opcodes.DUP));
    made.add(hook("made", "(Ljava/lang/Object;)V"));
    return made;
  }
}
