// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * What the explorer does on behalf of the test: what comes out of a method here is what the test's
 * own code would have thrown. Any other exception that the explorer causes is a fault of its own,
 * see {@link Faults}.
 */
public final class Behalf {
  private Behalf() {}

  public static Object call(MethodHandle target, Object[] arguments) throws Throwable {
    return target.invokeExact(arguments);
  }

  public static Object call(MethodHandle operation, VarHandle handle, Object[] arguments)
      throws Throwable {
    try {
      return operation.invokeExact(handle, arguments);
    } catch (ClassCastException e) {
      throw new ClassCastException(Names.UNKNOWN);
    }
  }

  public static Object callWith(MethodHandle target, Object... arguments) throws Throwable {
    return target.invokeWithArguments(arguments);
  }

  /** What {@code Method.invoke} throws when the method does. */
  public static InvocationTargetException thrownBy(Throwable thrown) {
    return new InvocationTargetException(thrown);
  }

  public static MethodHandle unreflect(MethodHandles.Lookup lookup, Executable member)
      throws IllegalAccessException {
    return member instanceof Method method
        ? lookup.unreflect(method)
        : lookup.unreflectConstructor((Constructor<?>) member);
  }

  /** The class of that name that the caller means, initialised. */
  public static Class<?> forName(String name, Class<?> caller) throws ClassNotFoundException {
    return Class.forName(name, true, caller.getClassLoader());
  }

  /** Reads, with an updater of the JDK, what the heap has in its field. */
  @SuppressWarnings("unchecked")
  public static void get(Object updater, Object o) {
    if (updater instanceof AtomicIntegerFieldUpdater<?> u) {
      ((AtomicIntegerFieldUpdater<Object>) u).get(o);
    } else if (updater instanceof AtomicLongFieldUpdater<?> u) {
      ((AtomicLongFieldUpdater<Object>) u).get(o);
    } else {
      ((AtomicReferenceFieldUpdater<Object, Object>) updater).get(o);
    }
  }

  /** As the JVM checks a receiver, but for its words: it tells how the code came to the null. */
  public static <T> T nonNull(T o) {
    return Objects.requireNonNull(o, Names.UNKNOWN);
  }

  /** As the JVM says it of a monitor, and the JDK of a lock. */
  static IllegalMonitorStateException notOwner(Mutex.Kind kind) {
    return kind == Mutex.Kind.MONITOR
        ? new IllegalMonitorStateException("current thread is not owner")
        : new IllegalMonitorStateException();
  }

  public static IllegalArgumentException illegalArgument(String why) {
    return new IllegalArgumentException(why);
  }

  /** Of a thread that was started already, or was not yet. */
  public static IllegalThreadStateException startedBefore() {
    return new IllegalThreadStateException();
  }

  static InterruptedException interrupted() {
    return new InterruptedException();
  }

  static InterruptedException interruptedAsleep() {
    return new InterruptedException("sleep interrupted");
  }

  /** As of a VarHandle whose field is final. */
  public static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException();
  }

  /** As of an array that the JDK has, and the explorer has not. */
  public static ArrayIndexOutOfBoundsException outOfBounds() {
    return new ArrayIndexOutOfBoundsException(Names.UNKNOWN);
  }

  public static void charAt(StringBuilder text, int index) {
    text.charAt(index);
  }

  public static void insertAt(StringBuilder text, int at) {
    text.insert(at, "");
  }

  public static void substring(StringBuilder text, int start, int end) {
    text.substring(start, end);
  }

  public static void appendPart(StringBuilder text, CharSequence of, int start, int end) {
    text.append(of, start, end);
  }

  /** What {@code String.getChars} would write, after its complaints. */
  public static char[] getChars(String from, int begin, int end, char[] to, int at) {
    from.getChars(begin, end, to == null ? null : new char[to.length], at);
    return from.substring(begin, end).toCharArray();
  }

  public static void getCharsInto(String from, int begin, int end, char[] to, int at) {
    from.getChars(begin, end, to, at);
  }

  public static void arraycopy(Object from, int at, Object to, int into, int n) {
    System.arraycopy(from, at, to, into, n);
  }

  public static void initialize(Class<?> type) throws IllegalAccessException {
    MethodHandles.privateLookupIn(type, MethodHandles.lookup()).ensureInitialized(type);
  }

  public static MethodHandles.Lookup privateLookupIn(Class<?> type, MethodHandles.Lookup caller)
      throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, caller);
  }

  public static Object newArray(Class<?> type, int... lengths) {
    return Array.newInstance(type, lengths);
  }

  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    return lookup.findVarHandle(owner, name, type);
  }

  public static VarHandle findStaticVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    return lookup.findStaticVarHandle(owner, name, type);
  }

  public static VarHandle byteArrayViewVarHandle(Class<?> array, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(array, order);
  }

  public static VarHandle byteBufferViewVarHandle(Class<?> array, ByteOrder order) {
    return MethodHandles.byteBufferViewVarHandle(array, order);
  }

  public static VarHandle arrayElementVarHandle(Class<?> array) {
    return MethodHandles.arrayElementVarHandle(array);
  }
}
