// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Class initialisers that actors set off, and that have to do with each other. */
public final class EntwinedInitializers {
  private EntwinedInitializers() {}

  static class Left {
    static int a = Integer.parseInt("1");

    static {
      Right.touch();
    }

    static void touch() {}
  }

  static class Right {
    static int b = Integer.parseInt("2");

    static {
      Left.touch();
    }

    static void touch() {}
  }

  /** On the JVM the actors may wait for each other's class. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class TwoEnds {
    @Actor
    public void left(II_Result r) {
      r.r1 = Left.a;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = Right.b;
    }
  }

  static class Parent {
    static final Parent INSTANCE = new Child();
    int value = 3;
  }

  /** Has no initialiser, and so that of its superclass. */
  static class Child extends Parent {}

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ParentAndChild {
    @Actor
    public void parent(II_Result r) {
      r.r1 = Parent.INSTANCE.value;
    }

    @Actor
    public void child(II_Result r) {
      r.r2 = new Child().value;
    }
  }

  static class First {
    static int a = Second.next();
  }

  static class Second {
    static int next() {
      return Third.next();
    }
  }

  static class Third extends Fourth {
    static int next() {
      return 1;
    }
  }

  static class Fourth {
    static int d = First.a;
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ThroughOthers {
    @Actor
    public void first(II_Result r) {
      new First();
    }

    @Actor
    public void fourth(II_Result r) {
      new Fourth();
    }
  }

  static class Front {
    static int a = Integer.parseInt("1");

    static {
      Back.touch();
    }

    static void touch() {}
  }

  static class Back {
    static int b = Integer.parseInt("2");

    static {
      Front.touch();
    }

    static void touch() {}
  }

  /** Whoever comes second waits before it has begun. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class OneEnd {
    @Actor
    public void left(II_Result r) {
      r.r1 = Front.a;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = Front.a;
    }
  }

  enum Kind {
    SMALL {
      @Override
      int size() {
        return 1;
      }
    },
    LARGE {
      @Override
      int size() {
        return 2;
      }
    };

    abstract int size();
  }

  /** Classes of constants need the enum, and nobody else comes to them first. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Constants {
    @Actor
    public void small(II_Result r) {
      r.r1 = Kind.SMALL.size();
    }

    @Actor
    public void large(II_Result r) {
      r.r2 = Kind.LARGE.size();
    }
  }

  static class Early {
    static int a = Integer.parseInt("1");

    static {
      Earlier.touch();
    }

    static void touch() {}
  }

  static class Earlier {
    static int b = Integer.parseInt("2");

    static {
      Early.touch();
    }

    static void touch() {}
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class InSetup {
    final int first = Early.a;

    @Actor
    public void left(II_Result r) {
      r.r1 = Early.a;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = Earlier.b;
    }
  }

  static class Counter {
    static int last;
    static final int[] lasts = new int[1];
    static final List<String> names = new ArrayList<>();
  }

  static class NextField {
    static final Integer mine = ++Counter.last;
  }

  static class NextFieldToo {
    static final Integer mine = ++Counter.last;
  }

  /** Who is first gets 1. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CountInAField {
    @Actor
    public void left(II_Result r) {
      r.r1 = NextField.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = NextFieldToo.mine;
    }
  }

  static class NextElement {
    static final Integer mine = ++Counter.lasts[0];
  }

  static class LastElement {
    static final Integer mine = Counter.lasts[0];
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CountInAnArray {
    @Actor
    public void left(II_Result r) {
      r.r1 = LastElement.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = NextElement.mine;
    }
  }

  static class NextName {
    static final Integer mine = add();

    private static int add() {
      Counter.names.add("");
      return Counter.names.size();
    }
  }

  static class LastName {
    static final Integer mine = Counter.names.size();
  }

  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class CountInAList {
    @Actor
    public void left(II_Result r) {
      r.r1 = NextName.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = LastName.mine;
    }
  }

  static class Loggers {
    private static volatile Object usual;

    static Object usual() {
      Object found = usual;
      if (found == null) {
        found = new Object();
        usual = found;
      }
      return found;
    }

    static void forget() {
      usual = null;
    }
  }

  static class LeftLogger {
    static final Object mine = Loggers.usual();
  }

  static class RightLogger {
    static final Object mine = Loggers.usual();
  }

  /** Whoever is the first makes what the other finds. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class MakeWhatIsNotThere {
    @Actor
    public void left(II_Result r) {
      r.r1 = LeftLogger.mine == Loggers.usual() ? 1 : 0;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = RightLogger.mine == Loggers.usual() ? 1 : 0;
    }
  }

  static class Forgetful {
    static final Object mine = Loggers.usual();

    static {
      Loggers.forget();
    }
  }

  static class Forgotten {
    static final Object mine = Loggers.usual();

    static {
      Loggers.forget();
    }
  }

  /** But not if it goes on to change. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class ForgetWhatWasThere {
    @Actor
    public void left(II_Result r) {
      r.r1 = Forgetful.mine == null ? 1 : 0;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = Forgotten.mine == null ? 1 : 0;
    }
  }

  static class Base {
    static int shared = Integer.parseInt("7");
  }

  static class Upper extends Base {
    static final Integer mine = shared + 1;
  }

  static class Lower extends Base {
    static final Integer mine = shared + 2;
  }

  /** Two initialisers that read the same see the same. */
  @JCStressTest
  @State
  @Outcome(id = "8, 9", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class ReadTheSame {
    @Actor
    public void left(II_Result r) {
      r.r1 = Upper.mine;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = Lower.mine;
    }
  }

  static class North {
    static int value = 1 + South.one();

    static int one() {
      return 1;
    }
  }

  static class South {
    static int value = 1 + North.one();

    static int one() {
      return 1;
    }
  }

  static final class OfNorth extends North {}

  static final class OfSouth extends South {}

  /** With a class its superclass is initialised, that nobody names. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class BySubclasses {
    @Actor
    public void left(II_Result r) {
      r.r1 = new OfNorth() == null ? 1 : 2;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = new OfSouth() == null ? 1 : 2;
    }
  }
}
