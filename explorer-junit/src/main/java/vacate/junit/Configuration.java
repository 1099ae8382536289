// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import vacate.explorer.Bounds;
import vacate.explorer.WrittenTime;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.DataRaces;
import vacate.explorer.monitor.LockOrder;
import vacate.explorer.monitor.Monitor;

/**
 * What {@code junit-platform.properties}, or any other source of configuration parameters, says of
 * a run. The names are those of the options of {@code vacate explore}.
 *
 * @param terms of each test that says nothing itself
 * @param maxTime for the run; null if there is no limit
 */
record Configuration(ExplorationTerms terms, Duration maxTime) {
  /** Of a run of which nothing is said. */
  static final Configuration USUAL = new Configuration(ExplorationTerms.DEFAULT, null);

  private static final String PREFIX = "vacate.";

  /** The parameters that there are. */
  enum Key {
    MODEL,
    LOOP_BOUND,
    MAX_EXECUTIONS,
    MAX_TIME,
    MAX_TIME_PER_TEST,
    STRICT,
    RACES,
    LOCK_ORDER,
    JOBS,
    BOUNDED,
    NOT_RUN;

    /** Its name in a file of properties. */
    String property() {
      return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Reads it.
   *
   * @throws JUnitException with a line that names the parameter, if one is unknown or wrong
   */
  static Configuration of(ConfigurationParameters given) {
    refuseUnknown(given.keySet());
    ExplorationTerms usual = ExplorationTerms.DEFAULT;
    List<Monitor<?>> monitors = new ArrayList<>();
    if (get(given, Key.RACES, Configuration::flag, false)) {
      monitors.add(new DataRaces());
    }
    if (get(given, Key.LOCK_ORDER, Configuration::flag, false)) {
      monitors.add(new LockOrder());
    }
    return new Configuration(
        new ExplorationTerms(
            get(given, Key.MODEL, Configuration::models, usual.models()),
            usual.refutedUnder(),
            new Bounds(
                get(given, Key.LOOP_BOUND, text -> (int) positive(text, Integer.MAX_VALUE), 100),
                get(
                    given,
                    Key.MAX_EXECUTIONS,
                    text -> positive(text, Long.MAX_VALUE),
                    Long.MAX_VALUE)),
            get(given, Key.MAX_TIME_PER_TEST, WrittenTime::parse, null),
            get(given, Key.STRICT, Configuration::flag, false),
            monitors,
            get(given, Key.JOBS, text -> (int) positive(text, 1024), usual.workers()),
            get(given, Key.BOUNDED, text -> among(text, Unproved.values()), usual.bounded()),
            get(
                given,
                Key.NOT_RUN,
                text -> among(text, Unproved.ABORTED, Unproved.FAILED),
                usual.notRun())),
        get(given, Key.MAX_TIME, WrittenTime::parse, null));
  }

  /** Properties of the JVM may be there for others: a build may well have a vacate.version. */
  private static void refuseUnknown(Set<String> names) {
    Set<String> known = Arrays.stream(Key.values()).map(Key::property).collect(Collectors.toSet());
    names.stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .filter(name -> System.getProperty(name) == null)
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new JUnitException(
                  name
                      + " is no parameter of this engine; there are "
                      + known.stream().sorted().collect(Collectors.joining(", ")));
            });
  }

  private static <T> T get(
      ConfigurationParameters given, Key key, Function<String, T> read, T otherwise) {
    String text = given.get(key.property()).map(String::trim).orElse(null);
    try {
      return text == null ? otherwise : read.apply(text);
    } catch (IllegalArgumentException e) {
      throw new JUnitException(key.property() + ": " + e.getMessage());
    }
  }

  private static List<MemoryModel> models(String text) {
    return Stream.of(text.split(",", -1))
        .map(id -> MemoryModel.of(id.trim().toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text + " is neither true nor false");
    };
  }

  private static long positive(String text, long most) {
    long number;
    try {
      number = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " is no number", e);
    }
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(text + " is not between 1 and " + most);
    }
    return number;
  }

  private static Unproved among(String text, Unproved... choices) {
    return Arrays.stream(choices)
        .filter(choice -> choice.word().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    text
                        + " is none of "
                        + Arrays.stream(choices)
                            .map(Unproved::word)
                            .collect(Collectors.joining(", "))));
  }
}
