// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import vacate.explorer.execution.Value;
import vacate.scene.Conclusion;

/** What an event does to the page or the cache, or learns of them. {@link EffectText} words it. */
public sealed interface Effect {
  /** The flags word is read, or written, as a whole, by who loses what others do in between. */
  record WholeFlags(int flags, boolean written) implements Effect {}

  /** A bit of the flags changes, as it was meant to or not. */
  record Bit(int number, Change change) implements Effect {}

  /** How a bit changes. */
  enum Change {
    SET,
    CLEARED,
    /** Somebody has set it in the meantime. */
    LOST,
    /** Somebody has cleared it in the meantime. */
    REVIVED
  }

  /** An update of the lock bit leaves it as it was. */
  record LockFound(boolean locked) implements Effect {}

  /** A vacate decides by a flag. */
  record Tested(FlagTest test, boolean set) implements Effect {}

  /** A number in the page changes. */
  record Changed(Counter counter, long before, long now) implements Effect {}

  /** A vacate decides by a number in the page. */
  record Seen(Counter counter, long value) implements Effect {}

  /** The numbers in a page. */
  enum Counter {
    INUSE,
    FREELIST,
    COUNT
  }

  /** {@code page->slab} is written, or looked at by a vacate. */
  record Cache(boolean none, boolean written) implements Effect {}

  /** A list comes to lead to the page, or no longer does. */
  record Listed(String list, boolean on) implements Effect {}

  /** The user's callback finds this in an object. */
  record ObjectHolds(Value value) implements Effect {}

  /** The CPU dies. */
  record Dies(Value why) implements Effect {}

  /** An interrupt comes, whose handler does that. */
  record Interrupted(String by) implements Effect {}

  /** The actor is through with what it was called for, or the handler of an interrupt is. */
  record Ends(Conclusion conclusion) implements Effect {}

  /** What needs nothing else said. */
  enum Deed implements Effect {
    FREES_CACHE,
    READS_FREED_CACHE,
    KMALLOC_FAILS,
    WRITES_OBJECT,
    TAKES_OBJECT
  }
}
