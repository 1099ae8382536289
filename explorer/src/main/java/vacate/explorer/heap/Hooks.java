// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import vacate.explorer.graph.Access;
import vacate.explorer.jdk.AllowedInSetup;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/**
 * What woven code calls. Not for anyone else: public only because woven classes are the users'.
 *
 * <p>Outside an exploration the hooks do nothing, or what the replaced instruction did.
 */
public final class Hooks {
  private Hooks() {}

  private static boolean running(Machine machine) {
    return machine != null && machine.isRunning();
  }

  // ---- fields, elements, objects

  public static void load(Object o, int ref) throws Stop {
    Machine m = Machine.current();
    if (m != null && m.isWatching() && o != null) {
      m.load(o, m.slots().slot(ref));
    }
  }

  public static void loadStatic(int ref) throws Stop {
    Machine m = Machine.current();
    if (m != null && m.isWatching()) {
      m.load(null, m.slots().slot(ref));
    }
  }

  public static void touch(Object o, int ref) throws Stop {
    Machine m = Machine.current();
    if (m != null && m.isWatching() && o != null) {
      m.touch(o, m.slots().slot(ref));
    }
  }

  public static void touchStatic(int ref) throws Stop {
    Machine m = Machine.current();
    if (m != null && m.isWatching()) {
      m.touch(null, m.slots().slot(ref));
    }
  }

  public static void stored(Object o, int ref) throws Stop {
    Machine m = Machine.current();
    if (m != null && m.isWatching()) {
      m.stored(o, m.slots().slot(ref));
    }
  }

  public static void storedStatic(int ref) throws Stop {
    Machine m = Machine.current();
    if (m != null && m.isWatching()) {
      m.stored(null, m.slots().slot(ref));
    }
  }

  public static void element(Object array, int index) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.elements().element(array, index);
    }
  }

  public static void touchElement(Object array, int index) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.elements().touchElement(array, index);
    }
  }

  public static void storedElement(Object array, int index) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.elements().storedElement(array, index);
    }
  }

  public static void allocated(Object o) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.references().allocated(o);
    }
  }

  public static void made(Object o) {
    Machine m = Machine.current();
    if (m != null) {
      m.references().made(o);
    }
  }

  public static void argument(Object o, String of) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.refuseIf(IdentityHashes.refusal(of, null, o));
      m.initializers().calls(of, o);
    }
    if (running(m)) {
      CallSites.arguments(m, of, o);
    }
  }

  public static void constructed(Object o, Class<?> by) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.references().constructed(o, by);
    }
  }

  public static void compared(Object a, Object b) throws Stop {
    Machine m = Machine.current();
    if (running(m)) {
      m.references().compared(a, b);
    }
  }

  public static void arraycopy(Object from, int at, Object to, int into, int n) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.elements().arraycopy(from, at, to, into, n);
    } else {
      Behalf.arraycopy(from, at, to, into, n);
    }
  }

  public static Object cloneArray(Object array) throws Stop {
    return Machine.current().elements().cloneArray(array);
  }

  public static Object cloneConstants(Object array) throws Stop {
    Machine m = Machine.current();
    return m == null ? ((Object[]) array).clone() : m.elements().cloneConstants(array);
  }

  public static void cloning(Object original) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      Clones.read(m, original);
    }
  }

  public static void cloned(Object copy) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      Clones.made(m, copy);
    }
  }

  public static void enumInitialized(Class<?> type) {
    Enums.keepConstants(type);
  }

  /** Code of a class begins that sees to it that the class is initialised. */
  public static void initializing(Class<?> type) {
    Machine m = Machine.current();
    if (m != null) {
      m.initializers().needs(type);
    }
  }

  public static void enterInitializer(Class<?> type) {
    Machine m = Machine.current();
    if (m != null) {
      m.enterInitializer(type);
    }
  }

  public static void leaveInitializer() {
    Machine m = Machine.current();
    if (m != null) {
      m.leaveInitializer();
    }
  }

  public static void failInitializer(Throwable t, Class<?> type) {
    Machine m = Machine.current();
    if (m != null) {
      m.failInitializer(t, type);
    }
  }

  // ---- monitors, waiting, fences

  public static void monitorEnter(Object o) {
    Machine m = Machine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors().enter(o));
    }
  }

  public static void lock(Object lock) {
    Machine m = Machine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors().lock(lock));
    }
  }

  /** Whether the running thread has the lock now. */
  public static boolean tryLock(Object lock) {
    Machine m = Machine.current();
    return m == null || Unchecked.get(() -> m.monitors().tryLock(lock));
  }

  public static void unlock(Object lock) {
    Machine m = Machine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors().unlock(lock));
    }
  }

  public static void monitorExit(Object o) {
    Machine m = Machine.current();
    if (m != null) {
      Unchecked.run(() -> m.monitors().exit(o));
    }
  }

  /** How often the running thread has taken the lock. */
  public static int holdCount(Object lock) {
    Machine m = Machine.current();
    return m == null ? 0 : m.monitors().holdCount(lock);
  }

  /** A hint, and no more: whether a turn of a loop was a wait is seen from what it did. */
  public static void onSpinWait() {
    if (!running(Machine.current())) {
      Thread.onSpinWait();
    }
  }

  /** Nothing that an actor does may depend on the time; a wait that has ended may look at it. */
  public static long nanoTime() throws Stop {
    Machine m = Machine.current();
    if (m == null) {
      return System.nanoTime();
    }
    if (!m.isRunning()) {
      throw m.poison("calls java.lang.System.nanoTime in setup");
    }
    if (!m.memory().isEndGame()) {
      throw m.refuse("calls java.lang.System.nanoTime");
    }
    return 0;
  }

  public static void yield() {
    Machine m = Machine.current();
    if (!running(m)) {
      Thread.yield();
    }
  }

  public static void fullFence() throws Stop {
    fence(Access.FULL_FENCE);
  }

  public static void acquireFence() throws Stop {
    fence(Access.ACQUIRE_FENCE);
  }

  public static void releaseFence() throws Stop {
    fence(Access.RELEASE_FENCE);
  }

  public static void loadLoadFence() throws Stop {
    fence(Access.LOAD_LOAD_FENCE);
  }

  public static void storeStoreFence() throws Stop {
    fence(Access.STORE_STORE_FENCE);
  }

  private static void fence(int access) throws Stop {
    Machine m = Machine.current();
    if (running(m)) {
      m.memory().fence(access);
    }
  }

  public static void letStopThrough(Throwable t) throws Stop {
    if (t instanceof Stop stop) {
      throw stop;
    }
    if (t instanceof Refused || t instanceof NotDeterministic) {
      throw (RuntimeException) t;
    }
    Machine m = Machine.current();
    if (m != null) {
      m.caught(t);
    }
  }

  // ---- the world outside

  public static String heard(String text) throws Stop {
    Machine m = Machine.current();
    return (String) (m == null ? Names.heard(text) : m.heard(text));
  }

  public static void hashed(Object o) throws Stop {
    Machine m = Machine.current();
    if (m != null && o != null) {
      m.refuseIf(IdentityHashes.refusal(o));
    }
  }

  public static void hashed(Object o, Class<?> superclass) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.refuseIf(IdentityHashes.refusal(o, superclass));
    }
  }

  public static void refuseCall(String what) throws Stop {
    Machine m = Machine.current();
    if (running(m)) {
      throw m.refuse("calls " + what);
    }
    if (m != null) {
      m.refuseIf(AllowedInSetup.refusal(what));
      m.initializers().asks(what);
    }
  }

  public static void throwable(Object o, String method) throws Stop {
    Machine m = Machine.current();
    if (m != null) {
      m.refuseIf(ThrowableState.refusal(o, method));
    }
    if (running(m)) {
      ThrowableState.check(m, o, method);
    }
  }

  /** What a lambda has captured, as the running thread knows it. */
  public static Object captured(Object o) {
    Machine m = Machine.current();
    return running(m) ? m.identity.current(o) : o;
  }

  public static void objectText(Object o) throws Stop {
    Machine m = Machine.current();
    if (running(m)) {
      throw ObjectText.refusal(m, o);
    }
  }

  /** As refused, but even in setup there is nothing to call. */
  public static void notModelled(String what) {
    Machine m = Machine.current();
    Unchecked.run(
        () -> {
          if (running(m)) {
            throw m.refuse("calls " + what);
          }
          throw m.poison("calls " + what);
        });
  }

  public static void foreignField(String owner, String name) throws Stop {
    Machine m = Machine.current();
    if (running(m) && !ForeignFields.isConstant(owner, name)) {
      throw m.refuse("uses the field " + owner.replace('/', '.') + "." + name);
    }
  }

  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    VarHandle handle = Behalf.findVarHandle(lookup, owner, name, type);
    Machine m = Machine.current();
    return m == null ? handle : m.varHandles().field(handle, owner, name);
  }

  public static VarHandle findStaticVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    VarHandle handle = Behalf.findStaticVarHandle(lookup, owner, name, type);
    Machine m = Machine.current();
    return m == null ? handle : m.varHandles().field(handle, owner, name);
  }

  public static boolean isAccessModeSupported(VarHandle handle, VarHandle.AccessMode mode) {
    Machine m = Machine.current();
    return m == null
        ? handle.isAccessModeSupported(mode)
        : m.varHandles().isSupported(Behalf.nonNull(handle), Behalf.nonNull(mode));
  }

  public static VarHandle arrayElementVarHandle(Class<?> array) {
    VarHandle handle = Behalf.arrayElementVarHandle(array);
    Machine m = Machine.current();
    return m == null ? handle : m.varHandles().array(handle);
  }
}
