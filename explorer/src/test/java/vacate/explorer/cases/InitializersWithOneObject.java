// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Class initialisers that actors set off, and that use one object of the JDK. */
public final class InitializersWithOneObject {
  private InitializersWithOneObject() {}

  static class Common {
    static final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    static final Random random = new Random(1);
    static final Iterator<Integer> tickets = List.of(1, 2).iterator();
    static final Set<Integer> names = ConcurrentHashMap.newKeySet();
    static final MessageDigest digest = digest();
    static final List<int[]> counters = List.of(new int[1]);
    static final Exception failures = new IllegalStateException();
    static final List<Integer> constants = List.of(1, 2);

    static int number(String name) {
      return numbers.computeIfAbsent(name, n -> numbers.size() + 1);
    }

    private static MessageDigest digest() {
      try {
        return MessageDigest.getInstance("MD5");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    static int name() {
      names.add(names.size());
      return names.size();
    }

    static int fail() {
      failures.addSuppressed(new IllegalStateException());
      return failures.getSuppressed().length;
    }
  }

  static class NumberedOne {
    static final Integer mine = Common.number("one");
  }

  static class NumberedTwo {
    static final Integer mine = Common.number("two");
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Numbered {
    @Actor
    public void left(II_Result r) {
      r.r1 = NumberedOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = NumberedTwo.mine;
    }
  }

  static class DrawnOne {
    static final Integer mine = Common.random.nextInt(100);
  }

  static class DrawnTwo {
    static final Integer mine = Common.random.nextInt(100);
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Drawn {
    @Actor
    public void left(II_Result r) {
      r.r1 = DrawnOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = DrawnTwo.mine;
    }
  }

  static class CalledOne {
    static final Integer mine = Common.tickets.next();
  }

  static class CalledTwo {
    static final Integer mine = Common.tickets.next();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Called {
    @Actor
    public void left(II_Result r) {
      r.r1 = CalledOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = CalledTwo.mine;
    }
  }

  static class FailedOne {
    static final Integer mine = Common.fail();
  }

  static class FailedTwo {
    static final Integer mine = Common.fail();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Failed {
    @Actor
    public void left(II_Result r) {
      r.r1 = FailedOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = FailedTwo.mine;
    }
  }

  static class LookedOne {
    static final Integer mine = Common.constants.get(0);
  }

  static class LookedTwo {
    static final Integer mine = Common.constants.get(1);
  }

  /** What never changes is the same whoever comes first. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Looked {
    @Actor
    public void left(II_Result r) {
      r.r1 = LookedOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = LookedTwo.mine;
    }
  }

  static class OfItsOwnOne {
    static final Integer mine = new Random(1).nextInt(1);
  }

  static class OfItsOwnTwo {
    static final Integer mine = List.of(2).iterator().next();
  }

  /** What an initialiser has made it may change. */
  @JCStressTest
  @State
  @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class OfItsOwn {
    @Actor
    public void left(II_Result r) {
      r.r1 = OfItsOwnOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = OfItsOwnTwo.mine;
    }
  }

  static class NamedOne {
    static final Integer mine = Common.name();
  }

  static class NamedTwo {
    static final Integer mine = Common.name();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Named {
    @Actor
    public void left(II_Result r) {
      r.r1 = NamedOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = NamedTwo.mine;
    }
  }

  static class DigestedOne {
    static final Integer mine = (int) Common.digest.digest(new byte[1])[0];
  }

  static class DigestedTwo {
    static final Integer mine = Common.digest.getDigestLength();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Digested {
    @Actor
    public void left(II_Result r) {
      r.r1 = DigestedOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = DigestedTwo.mine;
    }
  }

  static class CountedOne {
    static final Integer mine = ++Common.counters.get(0)[0];
  }

  static class CountedTwo {
    static final Integer mine = ++Common.counters.get(0)[0];
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class Counted {
    /** Made by setup. */
    final List<int[]> counters = Common.counters;

    @Actor
    public void left(II_Result r) {
      r.r1 = CountedOne.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = CountedTwo.mine;
    }
  }
}
