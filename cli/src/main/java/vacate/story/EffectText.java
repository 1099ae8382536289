// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.List;
import java.util.stream.Collectors;
import vacate.explorer.execution.Value;
import vacate.scene.Conclusion;
import vacate.story.Effect.Bit;
import vacate.story.Effect.Cache;
import vacate.story.Effect.Changed;
import vacate.story.Effect.Counter;
import vacate.story.Effect.Deed;
import vacate.story.Effect.Dies;
import vacate.story.Effect.Ends;
import vacate.story.Effect.Interrupted;
import vacate.story.Effect.Listed;
import vacate.story.Effect.LockFound;
import vacate.story.Effect.ObjectHolds;
import vacate.story.Effect.Seen;
import vacate.story.Effect.Tested;
import vacate.story.Effect.WholeFlags;

/** Effects in words. */
public final class EffectText {
  private EffectText() {}

  /** All of them, as {@code +frozen, inuse 2 -> 1}. */
  public static String of(List<Effect> effects) {
    return effects.stream().map(EffectText::of).collect(Collectors.joining(", "));
  }

  private static String of(Effect effect) {
    if (effect instanceof Deed deed) {
      return deed(deed);
    } else if (effect instanceof Changed e) {
      return name(e.counter())
          + " "
          + number(e.counter(), e.before())
          + " -> "
          + number(e.counter(), e.now());
    } else if (effect instanceof Seen e) {
      return name(e.counter()) + " " + number(e.counter(), e.value());
    } else if (effect instanceof Cache e) {
      return "page->slab " + (e.written() ? "= " : "is ") + (e.none() ? "NULL" : "s");
    } else if (effect instanceof Listed e) {
      return (e.on() ? "on " : "off ") + e.list() + " list";
    } else if (effect instanceof ObjectHolds e) {
      return "object holds " + e.value();
    } else if (effect instanceof Dies e) {
      return "dies: " + (e.why() instanceof Value.Text t ? t.text() : e.why());
    } else if (effect instanceof Interrupted e) {
      return "interrupt: " + e.by();
    } else if (effect instanceof Ends e) {
      return end(e.conclusion());
    }
    return flags(effect);
  }

  private static String flags(Effect effect) {
    if (effect instanceof Bit e) {
      return bit(PageState.flagName(e.number()), e);
    } else if (effect instanceof WholeFlags e) {
      return (e.written() ? "stores" : "loads") + " flags " + PageState.flagsText(e.flags());
    } else if (effect instanceof LockFound e) {
      return e.locked() ? "finds it locked" : "finds it not locked";
    } else if (effect instanceof Tested e) {
      return e.test().macro + " " + (e.set() ? 1 : 0);
    }
    throw new IllegalArgumentException(effect.toString());
  }

  private static String bit(String name, Bit e) {
    return switch (e.change()) {
      case SET -> "+" + name;
      case CLEARED -> "-" + name;
      case LOST -> name + " is lost";
      case REVIVED -> name + " comes back";
    };
  }

  private static String name(Counter counter) {
    return switch (counter) {
      case INUSE -> "inuse";
      case FREELIST -> "freelist";
      case COUNT -> "_count";
    };
  }

  private static String number(Counter counter, long value) {
    return switch (counter) {
      case INUSE -> PageState.inuseText((int) value);
      case FREELIST -> PageState.addressText(value);
      case COUNT -> Long.toString(value);
    };
  }

  private static String deed(Deed deed) {
    return switch (deed) {
      case FREES_CACHE -> "frees the cache";
      case READS_FREED_CACHE -> "reads the freed cache";
      case KMALLOC_FAILS -> "kmalloc returns NULL";
      case WRITES_OBJECT -> "writes the object";
      case TAKES_OBJECT -> "takes object";
    };
  }

  private static String end(Conclusion conclusion) {
    if (conclusion instanceof Conclusion.Returned e) {
      return "returns " + e.value() + " (" + e.end() + ")";
    } else if (conclusion instanceof Conclusion.Died e) {
      return "died in " + e.in();
    }
    return "done: " + ((Conclusion.Done) conclusion).how();
  }
}
