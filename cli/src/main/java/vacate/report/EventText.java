// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.kernel.BitWord;
import vacate.story.KernelFunction;
import vacate.story.PageState;

/** Events in the kernel's words. */
final class EventText {
  /** Below the functions: these know bits and counters, not what they mean. */
  private static final Set<String> PRIMITIVES = Set.of("vacate.kernel", "vacate.mm");

  private static final int LONGEST_VALUE = 40;

  private EventText() {}

  /** The kernel function; the test's own method where it is none. */
  static String function(Event e) {
    String function = KernelFunction.innermost(e);
    if (function != null) {
      return function;
    }
    return e.stack().isEmpty() ? "" : e.stack().get(e.stack().size() - 1).method();
  }

  /** Where in the source; null if not known. */
  static Frame frame(Event e) {
    return e.stack().stream()
        .filter(frame -> !PRIMITIVES.contains(packageOf(frame.type())))
        .findFirst()
        .orElse(e.stack().isEmpty() ? null : e.stack().get(0));
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }

  /** {@code SlabVacate.java:88}; empty if not known. */
  static String place(Event e) {
    Frame frame = frame(e);
    return frame == null ? "" : frame.file() + ":" + frame.line();
  }

  /** {@code store inuse = 0}. */
  static String access(Event e) {
    return switch (e.kind()) {
      case READ -> mode(e) + "load " + field(e) + " → " + value(e, e.read());
      case WRITE -> mode(e) + "store " + field(e) + " = " + value(e, e.written());
      case UPDATE ->
          "update " + field(e) + " " + value(e, e.read()) + " → " + value(e, e.written());
      case FAILED_UPDATE -> "update " + field(e) + " fails on " + value(e, e.read());
      case FENCE -> fence(e.mode());
      case CHOICE -> "weak compare-and-set " + (e.failsSpuriously() ? "fails spuriously" : "tries");
      case WAKEUP -> "wait " + (e.isChosen() ? "returns for no reason" : "begins");
      case LATE -> (e.isChosen() ? "too late" : "in time") + " for a wait";
      case LOT -> "of several " + (e.isChosen() ? "another" : "this one");
      case TIME -> (e.isChosen() ? "an hour" : "no time") + " passes";
      case INTERRUPT -> "interrupt";
      case LOCK -> "lock " + e.location();
      case FAILED_LOCK -> "finds locked " + e.location();
      case UNLOCK -> "unlock " + e.location();
    };
  }

  private static String mode(Event e) {
    return switch (e.mode()) {
      case ACQUIRE, RELEASE, VOLATILE -> e.mode().name().toLowerCase(Locale.ROOT) + " ";
      default -> "";
    };
  }

  private static String fence(Mode mode) {
    return switch (mode) {
      case STORE_STORE -> "smp_wmb";
      case LOAD_LOAD -> "smp_rmb";
      case ACQUIRE -> "acquire fence";
      case RELEASE -> "release fence";
      default -> "smp_mb";
    };
  }

  /** The last part of the location: the flags word and counters by the kernel's names. */
  static String field(Event e) {
    String last = e.location().name();
    return switch (last) {
      case "word" -> "flags";
      case "counter" -> "_count";
      default -> last;
    };
  }

  private static String value(Event e, Value value) {
    if (value instanceof Value.Primitive number) {
      if (e.location() instanceof Location.Field f && f.is(BitWord.class, "word")) {
        return PageState.flagsText((int) number.number());
      }
      if (number.boxed() instanceof Character) { // the kernel's u16
        long n = number.number();
        return n > 9 ? "0x" + Long.toHexString(n) : Long.toString(n);
      }
    }
    String text = value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
  }

  /** The places of several events, each once. */
  static String places(List<Event> events) {
    return events.stream()
        .map(EventText::place)
        .filter(place -> !place.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
