// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import vacate.claim.Explored;
import vacate.claim.Finding;
import vacate.claim.Interleaved;
import vacate.claim.Judge;
import vacate.claim.Sampled;
import vacate.explorer.model.MemoryModel;

/**
 * Findings that stand in one line of a table: one of them, or several that a judge has of the same
 * thing, in the same revision and with the same verdict. Runs, executions and time are their sum,
 * the depth is the least of theirs.
 */
record TableLine(List<Finding> findings) {
  private static final List<MemoryModel> ALL_MODELS = List.of(MemoryModel.values());

  static TableLine of(Finding finding) {
    return new TableLine(List.of(finding));
  }

  Finding first() {
    return findings.get(0);
  }

  /** The test's name; how many there are if there are several. */
  String tests() {
    long tests = findings.stream().map(Finding::test).distinct().count();
    String several = first().judge() == Judge.LINCHECK ? " scenarios" : " tests";
    return tests == 1 ? TestName.shorten(first().test()) : tests + several;
  }

  /** What the verdict rests on; empty if on nothing. */
  String evidence() {
    if (first() instanceof Sampled sampled) {
      return sampled(sampled);
    }
    return first() instanceof Interleaved ? interleaved() : explored();
  }

  private static String sampled(Sampled sampled) {
    if (sampled.samples() != null) {
      return count(sampled.samples().bad()) + " in " + count(sampled.samples().taken());
    }
    return sampled.forks() == null ? "" : runs(sampled.forks());
  }

  private String interleaved() {
    List<Interleaved.Extent> extents =
        findings.stream()
            .map(finding -> ((Interleaved) finding).extent())
            .filter(Objects::nonNull)
            .toList();
    if (extents.isEmpty()) {
      return "";
    }
    return runs(extents.stream().mapToLong(Interleaved.Extent::runs).sum())
        + ", depth "
        + extents.stream().mapToInt(Interleaved.Extent::depth).min().orElseThrow();
  }

  private static String runs(long runs) {
    return count(runs) + (runs == 1 ? " run" : " runs");
  }

  private String explored() {
    List<Explored.Extent> extents =
        findings.stream()
            .filter(Explored.class::isInstance)
            .map(finding -> ((Explored) finding).extent())
            .filter(Objects::nonNull)
            .toList();
    if (extents.isEmpty()) {
      return "";
    }
    long executions = extents.stream().mapToLong(Explored.Extent::executions).sum();
    return String.format(
        Locale.ROOT,
        "%s execution%s, %s, %.1f s",
        count(executions),
        executions == 1 ? "" : "s",
        models(),
        findings.stream().mapToLong(Finding::millis).sum() / 1000.0);
  }

  private String models() {
    List<MemoryModel> models = findings.stream().map(Finding::model).distinct().toList();
    return models.equals(ALL_MODELS)
        ? "all models"
        : models.stream().map(MemoryModel::toString).collect(Collectors.joining(","));
  }

  /** A number in at most five characters: 999, 12 k, 3.4 M. */
  static String count(long n) {
    if (n < 10_000) {
      return Long.toString(n);
    }
    if (n < 1_000_000) {
      return n / 1_000 + " k";
    }
    return n < 100_000_000 ? String.format(Locale.ROOT, "%.1f M", n / 1e6) : n / 1_000_000 + " M";
  }
}
