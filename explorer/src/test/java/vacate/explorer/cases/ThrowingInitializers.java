// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Class initialisers that throw, and errors of linking that a program throws of its own accord. */
public final class ThrowingInitializers {
  private ThrowingInitializers() {}

  static class Bad {
    static int value = Integer.parseInt("x");
  }

  static class Worse extends Bad {
    static int other = 3;
  }

  static int touch() {
    try {
      return Bad.value;
    } catch (ExceptionInInitializerError e) {
      return 1;
    } catch (NoClassDefFoundError e) {
      return 2;
    }
  }

  /** Which actor comes first gets the one error, the other the other: not modelled. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class SetOffByActors {
    @Actor
    public void a(II_Result r) {
      r.r1 = touch();
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = touch();
    }
  }

  /** Whoever handles everything still does not get it. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class CaughtAsRuntimeException {
    volatile int x;

    @Actor
    public void a(I_Result r) {
      try {
        x = 1;
        r.r1 = Bad.value;
      } catch (RuntimeException | Error e) {
        r.r1 = 1;
      }
    }
  }

  /** The class is past help before the actors start: all of them are told so, by the JLS. */
  @JCStressTest
  @State
  @Outcome(id = "2, 2", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class SetOffBySetup {
    final int first = touch();

    @Actor
    public void a(II_Result r) {
      r.r1 = touch();
    }

    @Actor
    public void b(II_Result r) {
      try {
        r.r2 = Worse.other;
      } catch (NoClassDefFoundError e) {
        r.r2 = first == 1 ? 2 : -1;
      }
    }
  }

  static class OwnError extends LinkageError {
    private static final long serialVersionUID = 1L;
  }

  static int thrown(LinkageError e) {
    try {
      throw e;
    } catch (OwnError own) {
      return 1;
    } catch (LinkageError other) {
      return 2;
    }
  }

  /** Nothing is wrong with the class path: that is what the program does. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class ThrowsOfItsOwnAccord {
    final LinkageError kept = new NoSuchFieldError("kept");

    @Actor
    public void a(II_Result r) {
      r.r1 = thrown(new OwnError());
      if (thrown(new NoClassDefFoundError("made up")) != 2) {
        r.r1 = -1;
      }
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = thrown(kept);
    }
  }

  /** What is refused is not to be handled, either. */
  @JCStressTest
  @State
  @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
  public static class HandlesRefusal {
    @Actor
    public void a(I_Result r) {
      try {
        r.r1 = Late.used;
      } catch (RuntimeException e) {
        r.r1 = 1;
      } catch (ExceptionInInitializerError e) {
        r.r1 = 2;
      }
    }

    static class Late {
      static int used;

      static {
        System.setProperty("vacate.case", "set");
      }
    }
  }

  static class Grave {
    static int value = fail();

    private static int fail() {
      throw new NoClassDefFoundError("what it needs");
    }
  }

  static class Careful {
    static final int value = value();

    private static int value() {
      try {
        return Grave.value;
      } catch (LinkageError e) {
        return e.getMessage().length();
      }
    }
  }

  /** Whoever sets it off, the one initialiser sees the other throw. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SetOffByAnother {
    @Actor
    public void a(II_Result r) {
      r.r1 = Careful.value;
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = Careful.value;
    }
  }

  /** Whoever is the first sees that, whoever comes later something else. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SetOffByAnotherToo {
    @Actor
    public void a(II_Result r) {
      r.r1 = Careful.value;
    }

    @Actor
    public void b(II_Result r) {
      try {
        r.r2 = Grave.value;
      } catch (LinkageError e) {
        r.r2 = e.getMessage().length();
      }
    }
  }

  static class AlsoCareful {
    static final int value = Careful.value + value();

    private static int value() {
      try {
        return Grave.value;
      } catch (LinkageError e) {
        return e.getMessage().length();
      }
    }
  }

  /** Likewise if both are initialisers. */
  @JCStressTest
  @State
  @Outcome(expect = Expect.ACCEPTABLE)
  public static class SetOffByTwo {
    @Actor
    public void a(II_Result r) {
      r.r1 = AlsoCareful.value;
    }

    @Actor
    public void b(II_Result r) {
      r.r2 = Careful.value;
    }
  }
}
