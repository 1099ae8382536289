// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.Optional;
import java.util.Set;
import vacate.scene.Circumstance;
import vacate.scene.Giving;
import vacate.scene.Start;

/**
 * One thing about a start that is not as it is in all other scenarios of a {@link Universe}. That
 * kick returns with interrupts off is none: it must not, and the kernel complains.
 */
enum Variation {
  NO_CONSTRUCTOR {
    @Override
    Start in(Start s) {
      return new Start(
          s.cache(), false, s.perSlab(), s.shape(), s.pinned(), s.around(), s.giving());
    }
  },
  ONE_OBJECT {
    @Override
    Start in(Start s) {
      return holding(s, 1);
    }
  },
  THREE_OBJECTS {
    @Override
    Start in(Start s) {
      return holding(s, 3);
    }
  },
  SECOND_SLAB {
    @Override
    Start in(Start s) {
      return with(s, Circumstance.SECOND);
    }
  },
  CROWDED {
    @Override
    Start in(Start s) {
      return with(s, Circumstance.CROWDED);
    }
  },
  COMPOUND {
    @Override
    Start in(Start s) {
      return with(s, Circumstance.COMPOUND);
    }
  },
  NO_CALLBACKS(Giving.NO_OPS),
  GET_NONE(Giving.GET_NONE),
  KICK_NONE(Giving.KICK_NONE),
  KICK_ONE(Giving.KICK_ONE);

  /** What the callbacks do; null if they are as usual. */
  private final Giving giving;

  Variation() {
    this(null);
  }

  Variation(Giving giving) {
    this.giving = giving;
  }

  /** A start of which this is the only variation; empty if there is none. */
  Optional<Start> of(Start usual) {
    try {
      return Optional.of(in(usual));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // as the start says that cannot be
    }
  }

  /** Whether it can make a difference if somebody vacates or nobody: who else calls no callback. */
  boolean matters(boolean vacates) {
    return giving == null || vacates;
  }

  Start in(Start s) {
    return new Start(
        s.cache(), s.constructor(), s.perSlab(), s.shape(), s.pinned(), s.around(), giving);
  }

  private static Start holding(Start s, int objects) {
    return new Start(
        s.cache(), s.constructor(), objects, s.shape(), s.pinned(), s.around(), s.giving());
  }

  private static Start with(Start s, Circumstance circumstance) {
    return new Start(
        s.cache(),
        s.constructor(),
        s.perSlab(),
        s.shape(),
        s.pinned(),
        Set.of(circumstance),
        s.giving());
  }
}
