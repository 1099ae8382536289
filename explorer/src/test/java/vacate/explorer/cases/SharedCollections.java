// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.Vector;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Collections of {@code java.util} that threads share, with a lock and without. */
public class SharedCollections {
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class ListWithoutLock {
    final List<Integer> l = new ArrayList<>();

    @Actor
    public void a(II_Result r) {
      l.add(1);
      r.r1 = l.size();
    }

    @Actor
    public void b(II_Result r) {
      l.add(2);
      r.r2 = l.size();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class SyncMap {
    final Map<String, Integer> m = Collections.synchronizedMap(new HashMap<>());

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
      id = {"2"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class VectorAdds {
    final Vector<String> v = new Vector<>();

    @Actor
    public void a() {
      v.add("a");
    }

    @Actor
    public void b() {
      v.add("b");
    }

    @Arbiter
    public void c(I_Result r) {
      r.r1 = v.size();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class TableMerges {
    final Hashtable<String, Integer> m = new Hashtable<>();

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
  public static class AllUnderOneLock {
    final TreeMap<String, Integer> m = new TreeMap<>();
    final LinkedList<Integer> l = new LinkedList<>();
    final ArrayDeque<Integer> d = new ArrayDeque<>();
    final PriorityQueue<Integer> q = new PriorityQueue<>();
    final LinkedHashMap<String, Integer> h = new LinkedHashMap<>();

    synchronized int inc() {
      m.merge("k", 1, Integer::sum);
      l.add(1);
      d.add(1);
      q.add(1);
      h.merge("x", 1, Integer::sum);
      return (m.get("k") + l.size() + d.size() + q.size() + h.get("x")) / 5;
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
      id = {"6"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class StreamUnderLock {
    final List<Integer> l = new ArrayList<>(List.of(1, 2, 3));

    @Actor
    public synchronized void a(I_Result r) {
      r.r1 = l.stream().mapToInt(x -> x).sum();
    }

    @Actor
    public synchronized void b() {
      for (int x : l) if (x > 5) l.remove(x);
      l.forEach(x -> {});
      String.join(",", l.stream().map(String::valueOf).collect(Collectors.toList()));
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class OwnSubclass {
    static class M extends HashMap<String, Integer> {
      private static final long serialVersionUID = 1L;

      synchronized int inc() {
        return merge("k", 1, Integer::sum);
      }
    }

    final M m = new M();

    @Actor
    public void a(II_Result r) {
      r.r1 = m.inc();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = m.inc();
    }
  }

  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class IteratesWhileAnotherAdds {
    final List<Integer> l = new ArrayList<>(List.of(1));

    @Actor
    public void a(II_Result r) {
      try {
        for (int x : l) r.r1 = x;
      } catch (ConcurrentModificationException | NoSuchElementException e) {
        r.r1 = 9;
      }
    }

    @Actor
    public void b(II_Result r) {
      l.add(2);
      r.r2 = 2;
    }
  }

  enum Color {
    RED,
    GREEN
  }

  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class OfEnums {
    final Set<Color> set = EnumSet.noneOf(Color.class);
    final Map<Color, Color> map = new EnumMap<>(Color.class);

    synchronized boolean add() {
      map.put(Color.RED, Color.GREEN);
      return set.add(Color.RED) && map.values().iterator().next() == Color.GREEN;
    }

    @Actor
    public void a(ZZ_Result r) {
      r.r1 = add();
    }

    @Actor
    public void b(ZZ_Result r) {
      r.r2 = add();
    }
  }

  /** Nobody knows the constants before the first actor asks the JDK for a table of them. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 0"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  @State
  public static class OfEnumsFirstMet {
    enum Taste {
      SWEET
    }

    volatile Map<Taste, Integer> map;

    @Actor
    public void a(II_Result r) {
      map = new EnumMap<>(Taste.class);
      r.r2 = EnumSet.noneOf(Taste.class).size();
    }

    @Actor
    public void b(II_Result r) {
      r.r1 = map == null ? 0 : map.size() + 1;
    }
  }
}
