// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** One actor: explored or simply run, it must come to the same. */
@JCStressTest
@State
@Outcome(expect = Expect.ACCEPTABLE)
public class Sequential {
  private static final VarHandle I = handle("i", int.class);
  private static final VarHandle J = handle("j", long.class);
  private static final VarHandle B = handle("b", byte.class);
  private static final VarHandle S = handle("s", short.class);
  private static final VarHandle C = handle("c", char.class);
  private static final VarHandle Z = handle("z", boolean.class);
  private static final VarHandle F = handle("f", float.class);
  private static final VarHandle D = handle("d", double.class);
  private static final VarHandle L = handle("l", Object.class);
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle STATIC;
  private static final AtomicIntegerFieldUpdater<Sequential> U =
      AtomicIntegerFieldUpdater.newUpdater(Sequential.class, "u");

  static {
    try {
      STATIC = MethodHandles.lookup().findStaticVarHandle(Sequential.class, "shared", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static int shared = 5;

  int i = 3;
  long j = 1L << 33;
  byte b = 127;
  short s = -1;
  char c = 'a';
  boolean z = true;
  float f = 0.5f;
  double d = 1.25;
  Object l = "one";
  volatile int u = 7;
  final int[] ints = {1, 2, 3};
  final AtomicInteger atomic = new AtomicInteger(10);
  final AtomicLong atomicLong = new AtomicLong(20);
  final AtomicBoolean atomicBoolean = new AtomicBoolean();
  final AtomicReference<String> reference = new AtomicReference<>("a");
  final AtomicIntegerArray array = new AtomicIntegerArray(2);
  final AtomicReferenceArray<String> references = new AtomicReferenceArray<>(2);

  private static VarHandle handle(String name, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(Sequential.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Actor
  public void actor(L_Result r) {
    StringBuilder log = new StringBuilder();
    handles(log);
    updates(log);
    atomics(log);
    faults(log);
    r.r1 = log.toString();
  }

  private void handles(StringBuilder log) {
    log.append((int) I.getAndAdd(this, 4)).append(' ').append((int) I.getAcquire(this));
    J.setRelease(this, 7); // widened from int
    log.append(' ').append((long) J.getAndAdd(this, 1L)).append(' ').append(j);
    log.append(' ').append((byte) B.getAndAdd(this, (byte) 1)).append(' ').append(b);
    log.append(' ').append((short) S.getAndBitwiseXor(this, (short) 3)).append(' ').append(s);
    log.append(' ').append((char) C.getAndSet(this, 'z')).append(' ').append(c);
    log.append(' ').append((boolean) Z.getAndBitwiseAnd(this, false)).append(' ').append(z);
    log.append(' ').append((float) F.getAndAdd(this, 1.5f)).append(' ').append(f);
    log.append(' ').append(D.compareAndSet(this, 1.25, 2.5)).append(' ').append(d);
    log.append(' ').append((Object) L.compareAndExchange(this, "one", "two")).append(' ').append(l);
    log.append(' ').append(L.compareAndSet(this, "one", "three")).append(' ').append(l);
    log.append(' ').append((int) STATIC.getAndBitwiseOrRelease(8)).append(' ').append(shared);
    log.append(';');
  }

  private void updates(StringBuilder log) {
    log.append((int) INTS.getAndAdd(ints, 1, 40)).append(' ').append(ints[1]);
    log.append(' ').append((int) INTS.getVolatile(ints, 2));
    log.append(' ').append((int) INTS.compareAndExchangeAcquire(ints, 0, 9, 8));
    log.append(' ').append(U.incrementAndGet(this)).append(' ').append(U.compareAndSet(this, 8, 1));
    ints[0] += 5;
    ints[0]++;
    i <<= 2;
    b = (byte) (b + 200);
    log.append(' ').append(ints[0]).append(' ').append(i).append(' ').append(b);
    System.arraycopy(ints, 0, ints, 1, 2);
    int[] copy = ints.clone();
    log.append(' ').append(copy[0]).append(copy[1]).append(copy[2]).append(';');
  }

  private void atomics(StringBuilder log) {
    log.append(atomic.incrementAndGet()).append(' ').append(atomic.getAndUpdate(x -> x * 2));
    log.append(' ').append(atomic.accumulateAndGet(5, Integer::sum)).append(' ').append(atomic);
    log.append(' ').append(atomicLong.getAndDecrement()).append(' ').append(atomicLong.get());
    log.append(' ').append(atomicBoolean.getAndSet(true)).append(' ').append(atomicBoolean.get());
    log.append(' ').append(reference.updateAndGet(x -> x + "b")).append(' ').append(reference);
    log.append(' ').append(array.addAndGet(1, 3)).append(array.get(0));
    references.set(0, "r");
    log.append(' ').append(references.get(0)).append(references.get(1)).append(';');
  }

  private void faults(StringBuilder log) {
    try {
      ints[3] = 1;
    } catch (ArrayIndexOutOfBoundsException e) {
      log.append("bounds ");
    }
    try {
      INTS.set(ints, -1, 1);
    } catch (IndexOutOfBoundsException e) {
      log.append("handle-bounds ");
    }
    try {
      Sequential none = null;
      none.i = 1;
    } catch (NullPointerException e) {
      log.append("null ");
    }
    try {
      Object[] strings = new String[1];
      strings[0] = 1;
    } catch (ArrayStoreException e) {
      log.append("store ");
    }
    try {
      synchronized (this) {
        log.append(10 / (i - i));
      }
    } catch (ArithmeticException e) {
      log.append("zero");
    }
  }
}
