// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import org.objectweb.asm.tree.MethodInsnNode;

/** The classes that woven code calls, by internal name: weaving knows no more of them. */
final class Hook {
  private static final String PACKAGE = "vacate/explorer/hook/";
  private static final String HOOKS = PACKAGE + "Hooks";
  private static final String JDK_HOOKS = PACKAGE + "JdkHooks";
  private static final String THREAD_HOOKS = PACKAGE + "ThreadHooks";
  private static final String TRAIT_HOOKS = PACKAGE + "TraitHooks";
  private static final String TIME_HOOKS = PACKAGE + "TimeHooks";
  private static final String LOOP_HOOKS = PACKAGE + "LoopHooks";

  /** Has the bootstraps of calls into the JDK. */
  static final String CALL_SITES = PACKAGE + "CallSites";

  static final String INHERITED = PACKAGE + "InheritedCalls";

  /** Has the bootstrap of calls that make a field updater. */
  static final String UPDATERS = PACKAGE + "FieldUpdaters";

  /** Knows the constants of enums, for collections of them. */
  static final String ENUMS = PACKAGE + "EnumHooks";

  /** Has the bootstrap of calls of {@code Unsafe}. */
  static final String UNSAFE = PACKAGE + "UnsafeHooks";

  /** Has the bootstrap of accesses by {@code java.lang.reflect.Field}. */
  static final String REFLECTION = PACKAGE + "ReflectionHooks";

  /** Has the bootstraps of calls by reflection. */
  static final String REFLECTED = PACKAGE + "ReflectedCalls";

  /** Has the bootstraps of calls that make and invoke method handles. */
  static final String HANDLES = PACKAGE + "HandleHooks";

  /** Has the bootstrap of accesses to the bytes of a buffer. */
  static final String MEMORY = PACKAGE + "MemoryHooks";

  /** What an activation with loops keeps. */
  static final String LOOP_FRAME = "vacate/explorer/loop/LoopFrame";

  private Hook() {}

  static MethodInsnNode hook(String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, HOOKS, name, descriptor, false);
  }

  /** In place of a call of the JDK, or around one. */
  static MethodInsnNode jdkHook(String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, JDK_HOOKS, name, descriptor, false);
  }

  static MethodInsnNode traitHook(String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, TRAIT_HOOKS, name, descriptor, false);
  }

  /** In place of what threads do with each other. */
  static MethodInsnNode threadHook(String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, THREAD_HOOKS, name, descriptor, false);
  }

  /** In place of a look at the time of day. */
  static MethodInsnNode timeHook(String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, TIME_HOOKS, name, descriptor, false);
  }

  static MethodInsnNode loopHook(String name, String descriptor) {
    return new MethodInsnNode(INVOKESTATIC, LOOP_HOOKS, name, descriptor, false);
  }

  /** Whether a call was put there by weaving, or is one of a stand-in: no user may call a hook. */
  static boolean isHook(MethodInsnNode call) {
    return call.owner.startsWith(PACKAGE);
  }
}
