// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import vacate.explorer.call.ForeignFields;
import vacate.explorer.call.IdentityHashes;
import vacate.explorer.call.ObjectText;
import vacate.explorer.graph.Access;
import vacate.explorer.heap.Behalf;
import vacate.explorer.heap.ByteView;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.Names;
import vacate.explorer.heap.Slot;
import vacate.explorer.heap.Slots;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.StandIns;

/**
 * What woven code calls in place of methods of the JDK, or before and after it calls those. Public,
 * as {@link Hooks}, only because woven classes are the users'.
 *
 * <p>Where no exploration runs, what stands for a method does as the method.
 */
public final class JdkHooks {
  private JdkHooks() {}

  // ---- in place of methods

  public static void arraycopy(Object from, int at, Object to, int into, int n) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.elements.arraycopy(from, at, to, into, n);
    } else {
      Behalf.arraycopy(from, at, to, into, n);
    }
  }

  /** Each character is written as any element is; the JDK complains before it writes one. */
  public static void getChars(String from, int begin, int end, char[] to, int at) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.elements.write(Behalf.getChars(from, begin, end, to, at), to, at);
    } else {
      Behalf.getCharsInto(from, begin, end, to, at);
    }
  }

  public static void newText(char[] of) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkCalls.newText(of);
    }
  }

  public static void newText(char[] of, int first, int n) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkCalls.newText(of, first, n);
    }
  }

  /** A hint, and no more: whether a turn of a loop was a wait is seen from what it did. */
  public static void onSpinWait() {
    if (!VirtualMachine.isRunning(VirtualMachine.current())) {
      Thread.onSpinWait();
    }
  }

  public static long nanoTime() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? System.nanoTime() : m.lots.time("java.lang.System.nanoTime");
  }

  public static long currentTimeMillis() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null
        ? System.currentTimeMillis()
        : m.lots.now("java.lang.System.currentTimeMillis").toEpochMilli();
  }

  public static double random() throws Stop {
    return random("java.lang.Math.random");
  }

  /** Of {@code StrictMath}. */
  public static double strictRandom() throws Stop {
    return random("java.lang.StrictMath.random");
  }

  private static double random(String what) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? Math.random() : m.lots.draw(what).nextDouble();
  }

  public static UUID randomUUID() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      return UUID.randomUUID();
    }
    byte[] drawn = new byte[16];
    m.lots.draw("java.util.UUID.randomUUID").nextBytes(drawn);
    ByteBuffer bits = ByteBuffer.wrap(drawn);
    return new UUID(
        bits.getLong() & ~0xf000L | 0x4000, bits.getLong() >>> 2 | Long.MIN_VALUE); // version 4
  }

  /** The number of a process, in setup; it is the one that explores. */
  public static long pid(ProcessHandle process) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? process.pid() : m.lots.process("java.lang.ProcessHandle.pid");
  }

  /** The seed of a {@code Random} that is given none. */
  public static long seed() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? System.nanoTime() : m.lots.draw("java.util.Random.<init>").nextLong();
  }

  public static void yield() {
    VirtualMachine m = VirtualMachine.current();
    if (!VirtualMachine.isRunning(m)) {
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

  /** Nothing is collected. */
  public static void gc() {}

  /** One number of them, as setup gets it. */
  public static int availableProcessors(Runtime runtime) throws Stop {
    Behalf.nonNull(runtime);
    VirtualMachine m = VirtualMachine.current();
    return m == null ? runtime.availableProcessors() : m.jdkCalls.processors(runtime);
  }

  /** The same field or elements, by calls that are exact. */
  public static VarHandle withInvokeExactBehavior(VarHandle handle) {
    return like(Behalf.nonNull(handle), handle.withInvokeExactBehavior());
  }

  public static VarHandle withInvokeBehavior(VarHandle handle) {
    return like(Behalf.nonNull(handle), handle.withInvokeBehavior());
  }

  private static VarHandle like(VarHandle handle, VarHandle other) {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? other : m.varHandles.like(handle, other);
  }

  private static void fence(int access) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      m.interrupts.point();
      m.run.memory().fence(access);
    }
  }

  /** In place of {@link vacate.explorer.Interrupts#during}. */
  public static void during(Runnable code, Object of, String mask, Runnable handler) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      m.interrupts.during(code::run, of, mask(m, of, mask), handler::run);
    } else {
      code.run();
    }
  }

  /** In place of {@link vacate.explorer.Interrupts#whilePreemptible}. */
  public static void whilePreemptible(
      Runnable code, Object of, String mask, String count, Runnable other) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      Slot masks = mask(m, of, mask);
      Slot counts = masking(m, of, count, int.class);
      m.interrupts.whilePreemptible(code::run, of, masks, counts, other::run);
    } else {
      code.run();
    }
  }

  /** In place of {@link vacate.explorer.Interrupts#onRequest}. */
  public static void onRequest(
      Runnable code, Object of, String mask, BooleanSupplier requested, Runnable handler)
      throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      Slot slot = mask(m, of, mask);
      m.interrupts.onRequest(code::run, of, slot, requested::getAsBoolean, handler::run);
    } else {
      code.run();
    }
  }

  /** The field of an object that masks interrupts; its value is in the heap. */
  private static Slot mask(VirtualMachine m, Object of, String name) throws Stop {
    return masking(m, of, name, boolean.class);
  }

  private static Slot masking(VirtualMachine m, Object of, String name, Class<?> type) throws Stop {
    Field field = Slots.find(Behalf.nonNull(of).getClass(), name);
    if (field == null || field.getType() != type) {
      throw new IllegalArgumentException(of.getClass().getName() + " has no " + type + " " + name);
    }
    Slot slot = m.slots.slot(field);
    m.fields.load(of, slot);
    return slot;
  }

  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    if (owner == Thread.class && isOfTheJdk(lookup)) {
      return null;
    }
    VarHandle handle = Behalf.findVarHandle(lookup, owner, name, type);
    VirtualMachine m = VirtualMachine.current();
    return m == null ? handle : m.varHandles.field(handle, owner, name);
  }

  /** As code of later JDKs asks for one of its own class. */
  public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    return findVarHandle(lookup, lookup.lookupClass(), name, type);
  }

  public static VarHandle findStaticVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    VarHandle handle = Behalf.findStaticVarHandle(lookup, owner, name, type);
    VirtualMachine m = VirtualMachine.current();
    return m == null ? handle : m.varHandles.field(handle, owner, name);
  }

  public static boolean isAccessModeSupported(VarHandle handle, VarHandle.AccessMode mode) {
    VirtualMachine m = VirtualMachine.current();
    return m == null
        ? handle.isAccessModeSupported(mode)
        : m.varHandles.isSupported(Behalf.nonNull(handle), Behalf.nonNull(mode));
  }

  public static VarHandle arrayElementVarHandle(Class<?> array) {
    VarHandle handle = Behalf.arrayElementVarHandle(array);
    VirtualMachine m = VirtualMachine.current();
    return m == null ? handle : m.varHandles.array(handle);
  }

  public static VarHandle byteArrayViewVarHandle(Class<?> array, ByteOrder order) {
    return viewing(Behalf.byteArrayViewVarHandle(array, order), array, order);
  }

  public static VarHandle byteBufferViewVarHandle(Class<?> array, ByteOrder order) {
    return viewing(Behalf.byteBufferViewVarHandle(array, order), array, order);
  }

  private static VarHandle viewing(VarHandle handle, Class<?> array, ByteOrder order) {
    VirtualMachine m = VirtualMachine.current();
    return m == null
        ? handle
        : m.varHandles.bytes(handle, new ByteView(array.getComponentType(), order));
  }

  public static VarHandle fieldVarHandle(
      MethodHandles.Lookup lookup, String name, Class<?> handle, Class<?> owner, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    return findVarHandle(lookup, owner, name, type);
  }

  public static VarHandle staticFieldVarHandle(
      MethodHandles.Lookup lookup, String name, Class<?> handle, Class<?> owner, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    return findStaticVarHandle(lookup, owner, name, type);
  }

  public static VarHandle arrayVarHandle(
      MethodHandles.Lookup lookup, String name, Class<?> handle, Class<?> array) {
    return arrayElementVarHandle(array);
  }

  /** Code of the JDK may look into {@code Thread}; what it sees there it does not use here. */
  public static MethodHandles.Lookup privateLookupIn(Class<?> type, MethodHandles.Lookup caller)
      throws IllegalAccessException {
    return isOfTheJdk(caller) ? caller : Behalf.privateLookupIn(type, caller);
  }

  private static boolean isOfTheJdk(MethodHandles.Lookup lookup) {
    return StandIns.isCopy(Identity.internalName(lookup.lookupClass()));
  }

  public static Object newArray(Class<?> type, int length) throws Stop {
    Object array = Behalf.newArray(type, length);
    Hooks.allocated(array);
    return array;
  }

  public static Object newArray(Class<?> type, int[] lengths) throws Stop {
    Object array = Behalf.newArray(type, lengths);
    Hooks.allocated(array);
    return array;
  }

  /** There is no archive of classes that are woven. */
  public static void initializeFromArchive(Class<?> type) {}

  /** Nor is one made. */
  public static long getRandomSeedForDumping() {
    return 0;
  }

  // ---- around calls

  public static void argument(Object o, String of) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkCalls.argument(o, of);
    }
  }

  public static String heard(String text) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return (String) (m == null ? Names.heard(text) : m.jdkCalls.heard(text));
  }

  public static void hashed(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null && o != null) {
      m.refusals.refuseIf(IdentityHashes.refusal(o));
    }
  }

  public static void hashed(Object o, Class<?> superclass) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.refusals.refuseIf(IdentityHashes.refusal(o, superclass));
    }
  }

  /** A pool that shares threads among tasks would have been one with a thread for each. */
  public static void hasThreadForEachTask() {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.lots.hasThreadForEachTask();
    }
  }

  /** A text is used that threads may share without a lock. */
  public static void usesText(Object text) {
    VirtualMachine m = VirtualMachine.current();
    if (VirtualMachine.isRunning(m)) {
      m.lots.usesText(text);
    }
  }

  /** A reference is made that the garbage collector might clear. */
  public static void refersWeakly() {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.lots.refersWeakly();
    }
  }

  /** Nothing is collected that woven code can reach. */
  public static void reachabilityFence(Object o) {}

  /** A hash code, in code of the JDK that makes a table by it. */
  public static int hash(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m == null || !IdentityHashes.isIdentity(Behalf.nonNull(o))) {
      hashed(o);
      return o.hashCode();
    }
    return m.lots.hash(o);
  }

  /** The order of a table is about to be seen. */
  public static void iterates() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.lots.iterates();
    }
  }

  /** The order of a {@code Set.of} or {@code Map.of} is about to be seen. */
  public static void isOrdered() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.lots.isOrdered();
    }
  }

  /** Whether the second of two elements of a {@code Set.of} comes first. */
  public static boolean isReversed() throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m != null && m.lots.isReversed();
  }

  /** The hash code of an object's identity, for code of the program. */
  public static int ownHash(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? System.identityHashCode(o) : o == null ? 0 : m.lots.ownHash(o);
  }

  public static int identityHash(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? System.identityHashCode(o) : o == null ? 0 : m.lots.hash(o);
  }

  public static void refuseCall(String what) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkCalls.unlisted(what);
    }
  }

  /** The same of a call that may use what threads share. */
  public static void refuseSharing(String what) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkCalls.unlistedSharing(what);
    }
  }

  public static void refuse(String what) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.refusals.refuseIf(what);
    }
  }

  public static void printTrace(Throwable thrown, PrintStream to) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      thrown.printStackTrace(to);
    } else {
      m.jdkCalls.printTrace(Behalf.nonNull(thrown), to);
    }
  }

  /** The trace of a throwable. */
  public static StackTraceElement[] frames(Throwable thrown) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    return m == null ? thrown.getStackTrace() : m.traces.of(Behalf.nonNull(thrown));
  }

  public static void throwable(Object o, String method) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      m.jdkCalls.throwable(o, method);
    }
  }

  /** What {@code Object.toString} says of an object of the program. */
  public static String objectText(Object o) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m == null) {
      return o.getClass().getName() + "@" + Integer.toHexString(o.hashCode());
    }
    String type = Identity.internalName(o.getClass());
    if (StandIns.isStandIn(type) && !StandIns.isCopy(type)) { // what the JDK's says is another
      m.refusals.refuseIf(ObjectText.reliesOnHash(o));
    }
    return m.lots.text(o, IdentityHashes.isIdentity(o) ? m.lots.ownHash(o) : o.hashCode());
  }

  public static void foreignField(String owner, String name) throws Stop {
    VirtualMachine m = VirtualMachine.current();
    if (m != null && owner.equals("java/lang/System") && name.equals("in")) {
      m.refusals.refuseIf("uses the field java.lang.System.in"); // who types is nobody's to know
    }
    if (VirtualMachine.isRunning(m) && !ForeignFields.isConstant(owner, name)) {
      throw m.refusals.refuse("uses the field " + owner.replace('/', '.') + "." + name);
    }
  }

  /** As {@link #refuseCall}, but even in setup there is nothing to call. */
  public static void notModelled(String what) {
    VirtualMachine m = VirtualMachine.current();
    Unchecked.run(() -> m.jdkCalls.notModelled(what));
  }
}
