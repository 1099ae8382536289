// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Classes of {@code java.util.concurrent} that run as code: what they promise, and who uses them
 * wrongly.
 */
public class ConcurrentClasses {
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class LatchOfTwoCountedOnce {
    final CountDownLatch l = new CountDownLatch(2);
    int n;

    @Actor
    public void a() {
      n = 1;
      l.countDown();
    }

    @Actor
    public void b(I_Result r) throws InterruptedException {
      l.await();
      r.r1 = n;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1", "0"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class LatchTimed {
    final CountDownLatch l = new CountDownLatch(1);
    int n;

    @Actor
    public void a() {
      n = 1;
      l.countDown();
    }

    @Actor
    public void b(I_Result r) throws InterruptedException {
      r.r1 = l.await(1, TimeUnit.SECONDS) ? n : 0;
    }
  }

  /** What was written before is seen behind it, on both sides. */
  @JCStressTest
  @Outcome(
      id = {"2, 1, 5"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Exchanges {
    final Exchanger<Integer> exchanger = new Exchanger<>();
    int x;

    @Actor
    public void a(III_Result r) throws InterruptedException {
      x = 5;
      r.r1 = exchanger.exchange(1);
    }

    @Actor
    public void b(III_Result r) throws InterruptedException {
      r.r2 = exchanger.exchange(2);
      r.r3 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2, 1, 5"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class WritesBehindTheExchange {
    final Exchanger<Integer> exchanger = new Exchanger<>();
    int x;

    @Actor
    public void a(III_Result r) throws InterruptedException {
      r.r1 = exchanger.exchange(1);
      x = 5;
    }

    @Actor
    public void b(III_Result r) throws InterruptedException {
      r.r2 = exchanger.exchange(2);
      r.r3 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class ReadLock {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    int x, y;

    @Actor
    public void a() {
      l.writeLock().lock();
      x = 1;
      y = 1;
      l.writeLock().unlock();
    }

    @Actor
    public void b(II_Result r) {
      l.readLock().lock();
      r.r1 = x;
      r.r2 = y;
      l.readLock().unlock();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class WritesUnderReadLock {
    final ReentrantReadWriteLock l = new ReentrantReadWriteLock();
    int x, y;

    @Actor
    public void a() {
      l.readLock().lock();
      x = 1;
      y = 1;
      l.readLock().unlock();
    }

    @Actor
    public void b(II_Result r) {
      l.readLock().lock();
      r.r1 = x;
      r.r2 = y;
      l.readLock().unlock();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class OptimisticRead {
    final StampedLock l = new StampedLock();
    int x, y;

    @Actor
    public void a() {
      long s = l.writeLock();
      x = 1;
      y = 1;
      l.unlockWrite(s);
    }

    @Actor
    public void b(II_Result r) {
      long s = l.tryOptimisticRead();
      int a = x, b = y;
      if (!l.validate(s)) {
        s = l.readLock();
        a = x;
        b = y;
        l.unlockRead(s);
      }
      r.r1 = a;
      r.r2 = b;
    }
  }

  /** The writer has a read lock first, which it makes one to write. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1", "-1, -1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class ReadLockMadeOneToWrite {
    final StampedLock l = new StampedLock();
    int x, y;

    @Actor
    public void a() {
      long s = l.tryConvertToWriteLock(l.readLock());
      x = 1;
      y = 1;
      l.unlockWrite(s);
    }

    @Actor
    public void b(II_Result r) {
      long s = l.tryOptimisticRead();
      int a = x, b = y;
      boolean valid = l.validate(s);
      r.r1 = valid ? a : -1;
      r.r2 = valid ? b : -1;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class OptimisticReadWithoutValidation {
    final StampedLock l = new StampedLock();
    int x, y;

    @Actor
    public void a() {
      long s = l.writeLock();
      x = 1;
      y = 1;
      l.unlockWrite(s);
    }

    @Actor
    public void b(II_Result r) {
      long s = l.tryOptimisticRead();
      r.r1 = x;
      r.r2 = y;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Barrier {
    final CyclicBarrier b = new CyclicBarrier(2);
    int x, y;

    @Actor
    public void a(II_Result r) throws Exception {
      x = 1;
      b.await();
      r.r1 = y;
    }

    @Actor
    public void b(II_Result r) throws Exception {
      y = 1;
      b.await();
      r.r2 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class BarrierOfThree {
    final CyclicBarrier b = new CyclicBarrier(3);
    int x, y;

    @Actor
    public void a(II_Result r) throws Exception {
      x = 1;
      b.await();
      r.r1 = y;
    }

    @Actor
    public void b(II_Result r) throws Exception {
      y = 1;
      b.await();
      r.r2 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class LinkedQueuePolls {
    final ConcurrentLinkedQueue<Integer> q = new ConcurrentLinkedQueue<>(List.of(1, 2));

    @Actor
    public void a(II_Result r) {
      r.r1 = q.poll();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = q.poll();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2, 1, 2", "2, 1, 1, 2"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class LinkedQueueOffers {
    final ConcurrentLinkedQueue<Integer> q = new ConcurrentLinkedQueue<>();

    @Actor
    public void a() {
      q.offer(1);
    }

    @Actor
    public void b() {
      q.offer(2);
    }

    @Arbiter
    public void c(IIII_Result r) {
      r.r1 = q.poll();
      r.r2 = q.poll();
      r.r3 = 1;
      r.r4 = 2;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class MapMerges {
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void a(II_Result r) {
      r.r1 = m.merge("k", 1, Integer::sum);
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = m.merge("k", 1, Integer::sum);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class MapChecksThenActs {
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();

    int inc() {
      Integer o = m.get("k");
      int n = o == null ? 1 : o + 1;
      m.put("k", n);
      return n;
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = inc();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = inc();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class MapComputesIfAbsent {
    final ConcurrentHashMap<String, List<Integer>> m = new ConcurrentHashMap<>();

    int add() {
      List<Integer> l = m.computeIfAbsent("k", k -> new ArrayList<>());
      synchronized (l) {
        l.add(1);
        return l.size();
      }
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = add();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = add();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class KeySet {
    final Set<String> s = ConcurrentHashMap.newKeySet();

    @Actor
    public void a(ZZ_Result r) {
      r.r1 = s.add("x");
    }

    @Actor
    public void b(ZZ_Result r) {
      r.r2 = s.add("x");
    }
  }

  @JCStressTest
  @Outcome(
      id = {"5"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class LinkedBlocking {
    final LinkedBlockingQueue<Integer> q = new LinkedBlockingQueue<>();
    int n;

    @Actor
    public void a() throws Exception {
      n = 5;
      q.put(1);
    }

    @Actor
    public void b(I_Result r) throws Exception {
      q.take();
      r.r1 = n;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"5"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class ArrayBlocking {
    final ArrayBlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);
    int n;

    @Actor
    public void a() throws Exception {
      n = 5;
      q.put(1);
    }

    @Actor
    public void b(I_Result r) throws Exception {
      q.take();
      r.r1 = n;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class BlockingDeque {
    final LinkedBlockingDeque<Integer> q = new LinkedBlockingDeque<>(1);

    @Actor
    public void a() throws Exception {
      q.put(1);
    }

    @Actor
    public void b(I_Result r) throws Exception {
      r.r1 = q.takeLast();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class PriorityBlocking {
    final PriorityBlockingQueue<Integer> q = new PriorityBlockingQueue<>(List.of(2, 1));

    @Actor
    public void a(II_Result r) throws Exception {
      r.r1 = q.take();
    }

    @Actor
    public void b(II_Result r) throws Exception {
      r.r2 = q.take();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Adder {
    final LongAdder l = new LongAdder();

    @Actor
    public void a() {
      l.increment();
    }

    @Actor
    public void b() {
      l.increment();
    }

    @Arbiter
    public void c(J_Result r) {
      r.r1 = l.sum();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"3"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class Accumulator {
    final LongAccumulator s = new LongAccumulator(Math::max, 0);

    @Actor
    public void a() {
      s.accumulate(3);
    }

    @Actor
    public void b() {
      s.accumulate(2);
    }

    @Arbiter
    public void c(J_Result r) {
      r.r1 = s.get();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class CopyOnWriteList {
    final CopyOnWriteArrayList<Integer> l = new CopyOnWriteArrayList<>();

    @Actor
    public void a() {
      l.add(1);
    }

    @Actor
    public void b() {
      l.add(2);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = l.size();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class CopyOnWriteSet {
    final CopyOnWriteArraySet<String> s = new CopyOnWriteArraySet<>();

    @Actor
    public void a(ZZ_Result r) {
      r.r1 = s.add("x");
    }

    @Actor
    public void b(ZZ_Result r) {
      r.r2 = s.add("x");
    }
  }

  @JCStressTest
  @Outcome(
      id = {"7"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class FutureCompletes {
    final CompletableFuture<Integer> f = new CompletableFuture<>();
    int n;

    @Actor
    public void a() {
      n = 7;
      f.complete(1);
    }

    @Actor
    public void b(I_Result r) throws Exception {
      f.get();
      r.r1 = n;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"2, 1", "0, 0"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class FutureThenAccepts {
    final CompletableFuture<Integer> f = new CompletableFuture<>();
    volatile int n;

    @Actor
    public void a() {
      f.complete(1);
    }

    @Actor
    public void b() {
      f.thenAccept(x -> n = x + 1);
    }

    @Arbiter
    public void c(II_Result r) {
      r.r1 = n;
      r.r2 = 1;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"3"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class FuturesCombine {
    final CompletableFuture<Integer> f = new CompletableFuture<>(), g = new CompletableFuture<>();
    final CompletableFuture<Integer> h = f.thenCombine(g, Integer::sum);

    @Actor
    public void a() {
      f.complete(1);
    }

    @Actor
    public void b() {
      g.complete(2);
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = h.join();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"boom"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class FutureFails {
    final CompletableFuture<Integer> f = new CompletableFuture<>();

    @Actor
    public void a() {
      f.completeExceptionally(new IllegalStateException("boom"));
    }

    @Actor
    public void b(L_Result r) {
      try {
        f.get();
      } catch (ExecutionException e) {
        r.r1 = e.getCause().getMessage();
      } catch (InterruptedException e) {
        r.r1 = "i";
      }
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class PhaserOfTwo {
    final Phaser p = new Phaser(2);
    int x, y;

    @Actor
    public void a(II_Result r) {
      x = 1;
      p.arriveAndAwaitAdvance();
      r.r1 = y;
    }

    @Actor
    public void b(II_Result r) {
      y = 1;
      p.arriveAndAwaitAdvance();
      r.r2 = x;
    }
  }

  @JCStressTest
  @Outcome(
      id = {"9"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class SynchronousHandOver {
    final SynchronousQueue<Integer> q = new SynchronousQueue<>();

    @Actor
    public void a() throws Exception {
      q.put(9);
    }

    @Actor
    public void b(I_Result r) throws Exception {
      r.r1 = q.take();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class SkipListMerges {
    final ConcurrentSkipListMap<String, Integer> m = new ConcurrentSkipListMap<>();

    @Actor
    public void a(II_Result r) {
      r.r1 = m.merge("k", 1, Integer::sum);
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = m.merge("k", 1, Integer::sum);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"9"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class TransferQueue {
    final LinkedTransferQueue<Integer> q = new LinkedTransferQueue<>();

    @Actor
    public void a() throws Exception {
      q.put(9);
    }

    @Actor
    public void b(I_Result r) throws Exception {
      r.r1 = q.take();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, null", "null, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class LinkedDequePolls {
    final ConcurrentLinkedDeque<Integer> q = new ConcurrentLinkedDeque<>(List.of(1));

    @Actor
    public void a(LL_Result r) {
      r.r1 = q.pollFirst();
    }

    @Actor
    public void b(LL_Result r) {
      r.r2 = q.pollLast();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"7"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class FutureTaskRuns {
    int n;
    final FutureTask<Integer> f = new FutureTask<>(() -> n = 7);

    @Actor
    public void a() {
      f.run();
    }

    @Actor
    public void b(I_Result r) throws Exception {
      r.r1 = f.get();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class OwnSynchronizer {
    static class Mutex extends AbstractQueuedSynchronizer {
      private static final long serialVersionUID = 1L;

      protected boolean tryAcquire(int a) {
        return compareAndSetState(0, 1);
      }

      protected boolean tryRelease(int a) {
        setState(0);
        return true;
      }
    }

    final Mutex m = new Mutex();
    int n;

    int inc() {
      m.acquire(1);
      try {
        return ++n;
      } finally {
        m.release(1);
      }
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = inc();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = inc();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class StampedReference {
    final AtomicStampedReference<String> s = new AtomicStampedReference<>("a", 0);

    @Actor
    public void a(ZZ_Result r) {
      r.r1 = s.compareAndSet("a", "b", 0, 1);
    }

    @Actor
    public void b(ZZ_Result r) {
      r.r2 = s.compareAndSet("a", "c", 0, 1);
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class FairLockWithQueue {
    final ReentrantLock l = new ReentrantLock(true);
    int n;

    int inc() {
      l.lock();
      try {
        l.hasQueuedThreads();
        return ++n;
      } finally {
        l.unlock();
      }
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = inc();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = inc();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class SemaphoreWithQueueLength {
    final Semaphore s = new Semaphore(1);
    int n;

    int inc() {
      s.acquireUninterruptibly();
      try {
        s.getQueueLength();
        return ++n;
      } finally {
        s.release();
      }
    }

    @Actor
    public void a(II_Result r) {
      r.r1 = inc();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = inc();
    }
  }

  /** Where two of them count at a time the map makes cells to count in. */
  @JCStressTest
  @Outcome(
      id = {"1", "2"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class MapOfThree {
    final ConcurrentHashMap<String, Integer> m = new ConcurrentHashMap<>();

    @Actor
    public void a() {
      m.put("a", 1);
    }

    @Actor
    public void b() {
      m.put("b", 1);
    }

    @Actor
    public void c() {
      m.remove("a");
    }

    @Arbiter
    public void d(I_Result r) {
      r.r1 = m.size();
    }
  }
}
