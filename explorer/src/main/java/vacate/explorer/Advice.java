// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.explorer.weaken.Mend;

/**
 * What forbids an outcome under the model of its witness. Each cure was explored; what was tried
 * and does not help is no cure, whatever it does for two accesses alone.
 *
 * @param cures one of access modes and one of fences at most
 * @param failed what was tried in vain, each several mends at once
 * @param executions up to how many were visited to decide; 0 if all that was tried was decided
 * @param dependent how many executions the test has where data dependencies are kept, none of which
 *     has the outcome; 0 if some has, if that is not known, or if they are kept anyway
 */
public record Advice(List<Cure> cures, List<List<Mend>> failed, long executions, long dependent) {
  /** Nothing is out of order, so that nothing was tried; or nothing can be tried. */
  public static final Advice NONE = new Advice(List.of(), List.of(), 0, 0);

  /**
   * Mends with which the test does not have the outcome in any execution.
   *
   * @param isLeast whether the outcome comes back with any one of them left out, as was explored
   * @param executions how many the mended test has, complete and blocked
   */
  public record Cure(List<Mend> mends, boolean isLeast, long executions) {
    public Cure {
      mends = List.copyOf(mends);
    }

    /**
     * The sentence, with the mends in {@code words}.
     *
     * @param words of one mend, with an article
     */
    public String sentence(Function<Mend, String> words) {
      boolean together = isLeast && mends.size() > 1;
      return "With "
          + and(mends, words)
          + (together ? ", only together," : "")
          + " the outcome does not occur (explored: "
          + count(executions)
          + ").";
    }
  }

  private static String count(long executions) {
    return executions + (executions == 1 ? " execution" : " executions");
  }

  public Advice {
    cures = List.copyOf(cures);
    failed = failed.stream().map(List::copyOf).toList();
  }

  /** A sentence for each cure, or one for all that was tried in vain. */
  public List<String> sentences() {
    return sentences(Mend::toString);
  }

  /** The same, with mends in other words. */
  public List<String> sentences(Function<Mend, String> words) {
    List<String> sentences = new ArrayList<>();
    if (dependent > 0) {
      sentences.add(
          "It needs a compiler that breaks a data dependency: where these are kept the outcome does"
              + " not occur (explored: "
              + count(dependent)
              + ").");
    }
    if (!cures.isEmpty()) {
      cures.stream().map(cure -> cure.sentence(words)).distinct().forEach(sentences::add);
      return sentences;
    }
    if (!failed.isEmpty()) {
      sentences.add(
          (executions == 0
                  ? "Nothing that was tried forbids the outcome: "
                  : "Of nothing that was tried is it known that it forbids the outcome, after "
                      + executions
                      + " executions: ")
              + failed.stream().map(m -> and(m, words)).distinct().collect(Collectors.joining("; "))
              + ".");
    }
    return sentences;
  }

  private static String and(List<Mend> mends, Function<Mend, String> words) {
    List<String> each = mends.stream().map(words).distinct().toList();
    int last = each.size() - 1;
    return last < 1
        ? String.join("", each)
        : String.join(", ", each.subList(0, last)) + " and " + each.get(last);
  }
}
