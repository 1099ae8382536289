// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be known of a program before its first thread runs, because to learn it while one runs
 * is too late.
 *
 * @param initialized classes that setup initialises in the end, in this order, as an earlier
 *     instance of the test would have done it
 * @param units bytes that are not all accessed in units of one size
 * @param escaping classes whose constructors let {@code this} escape, or which are cloned, so that
 *     their final fields promise nothing
 * @param setupGoesOn whether setup goes on beside threads that it has started, and so is a thread
 * @param timeIsTold whether what one thread waits for in vain passes for others, too
 * @param waitsEnd whether long waits of actors may be over in vain
 */
public record Foreknowledge(
    List<String> initialized,
    List<Units> units,
    List<String> escaping,
    boolean setupGoesOn,
    boolean timeIsTold,
    boolean waitsEnd) {
  public static final Foreknowledge NOTHING =
      new Foreknowledge(List.of(), List.of(), List.of(), false, false, false);

  /** That setup goes on beside threads that it has started. */
  public static final Foreknowledge SETUP_GOES_ON =
      new Foreknowledge(List.of(), List.of(), List.of(), true, false, false);

  /** That a thread looks at the time while another waits. */
  public static final Foreknowledge TIME_IS_TOLD =
      new Foreknowledge(List.of(), List.of(), List.of(), false, true, false);

  /** That somebody may wait in vain however long. */
  public static final Foreknowledge WAITS_END =
      new Foreknowledge(List.of(), List.of(), List.of(), false, false, true);

  /** Behind the name of a class that lets {@code this} escape, in {@link #text}. */
  private static final String ESCAPES = "!";

  /** That setup goes on, in {@link #text}. */
  private static final String GOES_ON = "...";

  /** That time is told, in {@link #text}. */
  private static final String TOLD = "~";

  /** That waits end, in {@link #text}. */
  private static final String ENDS = ".";

  /**
   * Eight bytes of each array of a length.
   *
   * @param index of the first of them
   * @param size of the smallest unit in which any of them are accessed
   */
  public record Units(int length, int index, int size) {
    private static final Pattern TEXT =
        Pattern.compile("(?<size>\\d+)@(?<index>\\d+)/(?<length>\\d+)");

    private boolean areOf(Units other) {
      return length == other.length && index == other.index;
    }

    @Override
    public String toString() {
      return size + "@" + index + "/" + length;
    }

    private static Units of(String text) {
      Matcher numbers = TEXT.matcher(text);
      if (!numbers.matches()) {
        throw new IllegalArgumentException("no units: " + text);
      }
      return new Units(
          Integer.parseInt(numbers.group("length")),
          Integer.parseInt(numbers.group("index")),
          Integer.parseInt(numbers.group("size")));
    }
  }

  /** Of classes alone. */
  public static Foreknowledge of(Collection<String> initialized) {
    return new Foreknowledge(List.copyOf(initialized), List.of(), List.of(), false, false, false);
  }

  /** Of classes whose constructors let {@code this} escape. */
  public static Foreknowledge ofEscaping(Collection<String> classes) {
    return new Foreknowledge(List.of(), List.of(), List.copyOf(classes), false, false, false);
  }

  /** That, and the smallest unit in which some bytes are accessed. */
  public Foreknowledge with(Units more) {
    return plus(new Foreknowledge(List.of(), List.of(more), List.of(), false, false, false));
  }

  /** Both. */
  public Foreknowledge plus(Foreknowledge more) {
    List<Units> all = new ArrayList<>(units);
    for (Units u : more.units) {
      all.removeIf(known -> known.areOf(u) && known.size > u.size);
      if (all.stream().noneMatch(known -> known.areOf(u))) {
        all.add(u);
      }
    }
    return new Foreknowledge(
        both(initialized, more.initialized),
        List.copyOf(all),
        both(escaping, more.escaping),
        setupGoesOn || more.setupGoesOn,
        timeIsTold || more.timeIsTold,
        waitsEnd || more.waitsEnd);
  }

  private static List<String> both(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  /** In one word, which is empty if there is nothing. */
  public String text() {
    return Stream.of(
            initialized.stream(),
            units.stream().map(Units::toString),
            escaping.stream().map(name -> name + ESCAPES),
            setupGoesOn ? Stream.of(GOES_ON) : Stream.<String>empty(),
            timeIsTold ? Stream.of(TOLD) : Stream.<String>empty(),
            waitsEnd ? Stream.of(ENDS) : Stream.<String>empty())
        .flatMap(s -> s)
        .collect(Collectors.joining(","));
  }

  /**
   * What {@link #text} says.
   *
   * @throws IllegalArgumentException if it says nothing of the kind
   */
  public static Foreknowledge parse(String text) {
    List<String> words = text.isEmpty() ? List.of() : List.of(text.split(","));
    return new Foreknowledge(
        words.stream()
            .filter(w -> !w.contains("@") && !w.endsWith(ESCAPES))
            .filter(w -> !w.equals(GOES_ON) && !w.equals(TOLD) && !w.equals(ENDS))
            .toList(),
        words.stream().filter(w -> w.contains("@")).map(Units::of).toList(),
        words.stream()
            .filter(w -> w.endsWith(ESCAPES))
            .map(w -> w.substring(0, w.length() - ESCAPES.length()))
            .toList(),
        words.contains(GOES_ON),
        words.contains(TOLD),
        words.contains(ENDS));
  }
}
