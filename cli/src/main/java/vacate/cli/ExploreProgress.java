// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Verdict;

/** Says on stderr how an exploration of more than a second goes. */
final class ExploreProgress implements Progress {
  private static final long NANOS = 1_000_000_000L;

  private static final String SEPARATOR = ": ";

  /** What comes before the place in the source at the end of a reason. */
  private static final String PLACE = ", at ";

  private final StatusLine status;

  ExploreProgress(StatusLine status) {
    this.status = status;
  }

  @Override
  public void update(State state) {
    if (state.nanos() > NANOS) {
      status.show(line(state));
    }
  }

  static String line(State state) {
    return String.format(
        Locale.ROOT,
        "explore: %s under %s: %s executions, %s/s%s",
        TestName.shorten(state.test()),
        state.model().id(),
        TableLine.count(state.done()),
        TableLine.count(state.done() * NANOS / state.nanos()),
        ofHowMany(state));
  }

  private static String ofHowMany(State state) {
    if (state.isEstimateUsedUp()) {
      return ", of more than " + TableLine.count(state.done());
    }
    return Double.isNaN(state.share())
        ? ""
        : String.format(
            Locale.ROOT,
            ", about %.0f %% of %s",
            100 * state.share(),
            TableLine.count(Math.round(state.total())));
  }

  /** Says what is not as it should be, and does not end the run. */
  void tell(String line) {
    status.clear();
    System.err.println("vacate: " + line);
  }

  /** A test is over. */
  void clear() {
    status.clear();
  }

  /** How many of each verdict, and how many have none yet. */
  static String summary(List<Result> results) {
    List<Result> known = results.stream().filter(Explorations::isJudged).toList();
    return Stream.concat(
            Arrays.stream(Verdict.values()).map(verdict -> count(known, verdict) + " " + verdict),
            Stream.of(
                count(results, Explorations::isStopped) + " interrupted",
                count(results, Explorations::isWithoutTime) + " not begun in time"))
        .filter(text -> !text.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  /**
   * The tests that were not run and why: those of one reason together, the most frequent first, and
   * once for all their models.
   */
  static List<String> notRun(List<Result> results) {
    boolean one = results.stream().map(Result::model).distinct().count() == 1;
    Map<String, List<String>> models = new LinkedHashMap<>();
    for (Result r : results) {
      if (r.verdict() == Verdict.NOT_RUN && Explorations.isJudged(r)) {
        models
            .computeIfAbsent(
                TestName.shorten(r.test()) + SEPARATOR + r.reason(), line -> new ArrayList<>())
            .add(r.model().id());
      }
    }
    Map<String, List<String>> tests = new LinkedHashMap<>();
    models.forEach(
        (line, under) -> {
          String test = line.substring(0, line.indexOf(SEPARATOR));
          String reason = line.substring(line.indexOf(SEPARATOR) + SEPARATOR.length());
          int place = reason.lastIndexOf(PLACE);
          String what = place < 0 ? reason : reason.substring(0, place);
          String told = (one ? "" : String.join(",", under) + " ") + test;
          tests
              .computeIfAbsent(what, w -> new ArrayList<>())
              .add(told + SEPARATOR + (place < 0 ? "" : reason.substring(place)));
        });
    return tests.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
        .flatMap(e -> told(e.getKey(), e.getValue()))
        .toList();
  }

  private static Stream<String> told(String reason, List<String> tests) {
    if (tests.size() == 1) {
      return Stream.of("NOT RUN " + tests.get(0).replace(SEPARATOR, SEPARATOR + reason));
    }
    return Stream.concat(
        Stream.of(tests.size() + " NOT RUN: " + reason),
        tests.stream().map(test -> "  " + test.replace(SEPARATOR, "")));
  }

  private static long count(List<Result> results, Verdict verdict) {
    return count(results, result -> result.verdict() == verdict);
  }

  private static long count(List<Result> results, Predicate<Result> which) {
    return results.stream().filter(which).count();
  }
}
