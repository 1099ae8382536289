// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import picocli.CommandLine.Option;
import vacate.explorer.linear.Extent;
import vacate.explorer.linear.Linearity;
import vacate.explorer.linear.LinearityQuestion;

/** The options that say which scenarios of a class with Lincheck's annotations are explored. */
final class ScenarioOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = {
        "Of classes with Lincheck's @Operation: all scenarios of up to N threads; 2 if not given."
      })
  private Integer threads;

  @Option(
      names = "--operations",
      paramLabel = "N",
      description = "Of up to N operations in each thread; 2 if not given.")
  private Integer operations;

  @Option(
      names = "--before",
      paramLabel = "N",
      description = "Of up to N operations before the threads start; 1 if not given.")
  private Integer before;

  @Option(
      names = "--after",
      paramLabel = "N",
      description = "Of up to N operations when they have ended; 0 if not given.")
  private Integer after;

  @Option(
      names = "--values",
      paramLabel = "N",
      description = "Of the first N values of each parameter; 2 if not given.")
  private Integer values;

  @Option(
      names = "--specification",
      paramLabel = "CLASS",
      description =
          "The class that says in one thread what is right, with the same operations; the class "
              + "itself if not given.")
  private String specification;

  @Option(
      names = "--scenario",
      paramLabel = "TEXT",
      description = "Only this scenario, as it is printed: '[push(0)] pop() | pop()'.")
  private String scenario;

  /** The scenarios. */
  LinearityQuestion question() {
    try {
      return new LinearityQuestion(
          new Extent(
              or(threads, Extent.DEFAULT.threads()),
              or(operations, Extent.DEFAULT.operations()),
              or(before, Extent.DEFAULT.before()),
              or(after, Extent.DEFAULT.after()),
              or(values, Extent.DEFAULT.values())),
          specification,
          scenario);
    } catch (IllegalArgumentException e) {
      throw new UsageException("scenarios are of " + e.getMessage());
    }
  }

  /**
   * These options are for classes with Lincheck's annotations alone.
   *
   * @throws UsageException if one is given, and there is no such class
   */
  void refuseWithout(List<Explorable> selected) {
    boolean given =
        threads != null
            || operations != null
            || before != null
            || after != null
            || values != null
            || specification != null
            || scenario != null;
    if (given && selected.stream().noneMatch(s -> s instanceof Explorable.Scenarios)) {
      throw new UsageException("there are scenarios of classes with Lincheck's @Operation alone");
    }
  }

  /**
   * They are of each of these classes.
   *
   * @throws UsageException if one has no such scenario, or there is no such specification
   */
  void refuseUnfit(List<Explorable> selected, ClassLoader loader) {
    for (Explorable one : selected) {
      if (one instanceof Explorable.Scenarios of) {
        Linearity.refusal(of.structure(), of.question(), loader)
            .ifPresent(
                why -> {
                  throw new UsageException(one.name() + ": " + why);
                });
      }
    }
  }

  private static int or(Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }
}
