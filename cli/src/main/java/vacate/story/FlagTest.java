// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import vacate.explorer.execution.Event;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.port.KernelNames;

/** The macros by which a vacate looks at the flags. */
public enum FlagTest {
  SLAB("PageSlab", PageFlag.PG_SLAB, PortMethod.of(Page::isSlab)),
  FROZEN("SlabFrozen", PageFlag.PG_ACTIVE),
  COMPOUND("PageCompound", PageFlag.PG_COMPOUND, PortMethod.of(Page::isCompound));

  /** The kernel's name. */
  public final String macro;

  private final int bit;
  private final Predicate<Event> around;

  FlagTest(String macro, int bit, PortMethod method) {
    this.macro = macro;
    this.bit = bit;
    this.around = e -> KernelFunction.isIn(e, method);
  }

  /** One whose method says itself what it is. */
  FlagTest(String macro, int bit) {
    this.macro = KernelNames.known(macro);
    this.bit = bit;
    this.around = e -> KernelFunction.isIn(e, macro);
  }

  /** Whether an event is in this one. */
  boolean isIn(Event e) {
    return around.test(e);
  }

  /** What it says of flags. */
  boolean of(int flags) {
    return (flags >>> bit & 1) == 1;
  }

  /** In which an event is. */
  static Optional<FlagTest> around(Event e) {
    return Arrays.stream(values()).filter(test -> test.isIn(e)).findFirst();
  }
}
