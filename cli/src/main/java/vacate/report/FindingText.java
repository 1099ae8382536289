// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Form;
import vacate.claim.Interleaved;
import vacate.claim.Judge;
import vacate.claim.Mutated;
import vacate.claim.Sampled;
import vacate.claim.Standing;
import vacate.claim.Topic;

/** Findings in words. */
public final class FindingText {
  private static final String STRESS = "vacate.stress.";

  private FindingText() {}

  /** The ids of all that it is about, joined by a plus sign. */
  public static String ids(Finding finding) {
    return join(finding, Topic::id);
  }

  /** The names of all that it is about, joined by a plus sign. */
  public static String names(Finding finding) {
    return join(finding, Topic::name);
  }

  private static String join(Finding finding, Function<Topic, String> what) {
    return finding.topics().stream().map(what).collect(Collectors.joining("+"));
  }

  /** What the verdict rests on; empty if on nothing. */
  static String evidence(Finding finding) {
    if (finding instanceof Sampled sampled) {
      return sampled(sampled);
    }
    if (finding instanceof Interleaved interleaved) {
      Interleaved.Extent extent = interleaved.extent();
      return extent == null ? "" : count(extent.runs(), "run") + " to depth " + extent.depth();
    }
    if (finding instanceof Explored explored) {
      Explored.Extent extent = explored.extent();
      return extent == null
          ? ""
          : count(extent.executions(), "execution") + ", " + number(extent.blocked()) + " blocked";
    }
    return count(((Mutated) finding).executions(), "execution");
  }

  private static String sampled(Sampled sampled) {
    if (sampled.samples() != null) {
      return number(sampled.samples().bad()) + " in " + count(sampled.samples().taken(), "sample");
    }
    return sampled.forks() == null ? "" : count(sampled.forks(), "run");
  }

  /** {@code 1 run}, {@code 1,200 runs}. */
  static String count(long n, String what) {
    return number(n) + " " + what + (n == 1 ? "" : "s");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  static String expected(Finding finding) {
    return finding.expected().stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  /** Without the package that all stress tests have. */
  static String test(Finding finding) {
    return finding.test() == null ? "" : test(finding.test());
  }

  static String test(String name) {
    return name.startsWith(STRESS) ? name.substring(STRESS.length()) : name;
  }

  /** {@code explorer under pso}. */
  static String judge(Finding finding) {
    boolean models = finding.judge() == Judge.EXPLORER;
    return finding.judge() + (models ? " under " + finding.model() : "");
  }

  static String revision(Finding finding) {
    return Objects.toString(finding.revision(), "–");
  }

  /** Whether it is about a claim with a condition added, and no other. */
  public static boolean isQualified(Finding finding) {
    List<Form> forms =
        finding.topics().stream()
            .filter(Topic.OfClaim.class::isInstance)
            .map(topic -> ((Topic.OfClaim) topic).form())
            .toList();
    return forms.equals(List.of(Form.QUALIFIED));
  }

  /** The revision, and whether a condition is added to the claim. */
  static String revisionAndForm(Finding finding) {
    return revision(finding) + (isQualified(finding) ? ", " + Form.QUALIFIED : "");
  }

  /** One sentence about all of them. */
  static String summary(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "Nothing was run.";
    }
    long asDeclared = findings.stream().filter(Finding::asExpected).count();
    return asDeclared == findings.size()
        ? "All " + count(findings.size(), "verdict") + " as declared."
        : number(asDeclared)
            + " of "
            + count(findings.size(), "verdict")
            + " as declared"
            + also(findings, Standing.LEFT_OUT, "left out")
            + also(findings, Standing.INTERRUPTED, "interrupted")
            + ".";
  }

  private static String also(List<Finding> findings, Standing standing, String word) {
    long n = findings.stream().filter(finding -> finding.standing() == standing).count();
    return n == 0 ? "" : ", " + number(n) + " " + word;
  }
}
