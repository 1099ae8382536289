// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Publications of an object to a reader that relies on nothing but a data dependency, or less. */
public final class Dependencies {
  private Dependencies() {}

  static final class Box {
    int value;

    Box(int value) {
      this.value = value;
    }
  }

  static final class Node {
    Box box;
  }

  @State
  @Outcome(
      id = {"-1", "1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  abstract static class Publication {
    Box box;

    static int value(Box seen) {
      return seen == null ? -1 : seen.value;
    }
  }

  @JCStressTest
  public static class ReleaseFence extends Publication {
    @Actor
    public void publish() {
      Box made = new Box(1);
      VarHandle.releaseFence();
      box = made;
    }

    @Actor
    public void read(I_Result r) {
      r.r1 = value(box);
    }
  }

  @JCStressTest
  public static class StoreStoreFence extends Publication {
    @Actor
    public void publish() {
      Box made = new Box(1);
      VarHandle.storeStoreFence();
      box = made;
    }

    @Actor
    public void read(I_Result r) {
      r.r1 = value(box);
    }
  }

  @JCStressTest
  public static class LazySet extends Publication {
    final AtomicReference<Box> shared = new AtomicReference<>();

    @Actor
    public void publish() {
      shared.lazySet(new Box(1));
    }

    @Actor
    public void read(I_Result r) {
      r.r1 = value(shared.getPlain());
    }
  }

  @JCStressTest
  public static class TwoDeep extends Publication {
    Node node;

    @Actor
    public void publish() {
      Node made = new Node();
      made.box = new Box(1);
      VarHandle.releaseFence();
      node = made;
    }

    @Actor
    public void read(I_Result r) {
      Node seen = node;
      r.r1 = seen == null ? -1 : value(seen.box);
    }
  }

  @JCStressTest
  public static class Elements extends Publication {
    int[] elements;

    @Actor
    public void publish() {
      int[] made = {1};
      VarHandle.releaseFence();
      elements = made;
    }

    @Actor
    public void read(I_Result r) {
      int[] seen = elements;
      r.r1 = seen == null ? -1 : seen[0];
    }
  }

  @JCStressTest
  public static class ReadAgain extends Publication {
    private Box get() {
      if (box == null) {
        synchronized (this) {
          if (box == null) {
            Box made = new Box(1);
            VarHandle.releaseFence();
            box = made;
          }
        }
      }
      return box;
    }

    @Actor
    public void one() {
      get();
    }

    @Actor
    public void other(I_Result r) {
      r.r1 = value(get());
    }
  }

  // ---- wrong all the same

  @JCStressTest
  public static class Plain extends Publication {
    @Actor
    public void publish() {
      box = new Box(1);
    }

    @Actor
    public void read(I_Result r) {
      r.r1 = value(box);
    }
  }

  /** What is read does not depend on the reference. */
  @JCStressTest
  public static class Independent extends Publication {
    int other;

    @Actor
    public void publish() {
      other = 1;
      Box made = new Box(0);
      VarHandle.releaseFence();
      box = made;
    }

    @Actor
    public void read(I_Result r) {
      r.r1 = box == null ? -1 : other;
    }
  }

  /** Of two references to the same object it goes through the one that came too early. */
  @JCStressTest
  public static class TwoWays extends Publication {
    Box early;

    @Actor
    public void publish() {
      Box made = new Box(1);
      early = made;
      VarHandle.releaseFence();
      box = made;
    }

    @Actor
    public void read(I_Result r) {
      Box through = early;
      r.r1 = box == null ? -1 : value(through);
    }
  }

  /** The same, in a function: nothing is read to come to what that holds. */
  @JCStressTest
  public static class InFunction extends Publication {
    IntSupplier early;

    @Actor
    public void publish() {
      Box made = new Box(1);
      early = () -> made.value;
      VarHandle.releaseFence();
      box = made;
    }

    @Actor
    public void read(I_Result r) {
      Box seen = box;
      IntSupplier through = early;
      r.r1 = seen == null || through == null ? -1 : through.getAsInt();
    }
  }

  /** Written behind the fence. */
  @JCStressTest
  public static class Late extends Publication {
    @Actor
    public void publish() {
      Box made = new Box(0);
      VarHandle.releaseFence();
      box = made;
      made.value = 1;
    }

    @Actor
    public void read(I_Result r) {
      r.r1 = value(box);
    }
  }
}
