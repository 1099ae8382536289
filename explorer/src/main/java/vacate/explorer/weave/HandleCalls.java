// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls that make or invoke method handles. */
final class HandleCalls {
  private static final Set<String> MAKERS =
      Set.of(
          "java/lang/invoke/MethodHandle",
          "java/lang/invoke/MethodHandles",
          "java/lang/invoke/MethodHandles$Lookup",
          "java/lang/invoke/VarHandle");

  private HandleCalls() {}

  /** The bootstrap of a call that makes or invokes a method handle; null if it does neither. */
  static String bootstrap(MethodInsnNode call) {
    boolean isOfHandle = call.owner.equals("java/lang/invoke/MethodHandle");
    if (isOfHandle && (call.name.equals("invoke") || call.name.equals("invokeExact"))) {
      return "invoked";
    }
    if (isOfHandle && call.name.equals("invokeWithArguments") && call.desc.startsWith("([")) {
      return "spread";
    }
    boolean makes =
        call.desc.endsWith(")Ljava/lang/invoke/MethodHandle;") && MAKERS.contains(call.owner);
    return makes ? "made" : null;
  }
}
