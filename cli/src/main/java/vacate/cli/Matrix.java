// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vacate.claim.Finding;
import vacate.claim.Judge;
import vacate.claim.Standing;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.report.FindingText;
import vacate.story.Wrap;

/**
 * Claims and revisions against judges, a word a cell: the worst that any test made the judge say.
 * The explorer has a column a model. What is said of a claim with a condition added stands in lines
 * of its own, marked {@code if}, and the conditions below.
 */
final class Matrix {
  private static final int CELL = 12;
  private static final int GAP = 2;
  private static final int ID = 4;

  private Matrix() {}

  /**
   * One line for each form of a claim and revision that the findings speak of; a head; and the
   * conditions. Where the terminal is too narrow the claims lose their names; where it still is the
   * columns stand in several such tables below one another.
   *
   * @param terminal columns of it
   */
  static List<String> lines(List<Finding> findings, int terminal) {
    List<Finding> sorted = sorted(findings);
    List<String> lines = tables(sorted, columns(findings), terminal);
    lines.addAll(conditions(sorted, terminal));
    return lines;
  }

  private static List<String> tables(List<Finding> sorted, List<String> columns, int terminal) {
    int ids = sorted.stream().map(Matrix::id).mapToInt(String::length).max().orElse(0);
    List<String> wide = table(sorted, columns, finding -> head(finding, ids));
    if (wide.stream().allMatch(line -> line.length() <= terminal)) {
      return wide;
    }
    Function<Finding, String> head = finding -> shortHead(finding, ids);
    int left = terminal - sorted.stream().map(head).mapToInt(String::length).max().orElse(0);
    int atOnce = Math.max(1, left / (GAP + CELL));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < columns.size(); i += atOnce) {
      if (i > 0) {
        lines.add("");
      }
      List<String> some = columns.subList(i, Math.min(columns.size(), i + atOnce));
      lines.addAll(table(sorted, some, head));
    }
    return lines;
  }

  /** What is added to the claims that are marked; nothing if none is. */
  private static List<String> conditions(List<Finding> sorted, int terminal) {
    Map<String, String> conditions = new LinkedHashMap<>();
    sorted.stream()
        .filter(finding -> finding.topics().get(0).condition() != null)
        .forEach(finding -> conditions.put(id(finding), finding.topics().get(0).condition()));
    if (conditions.isEmpty()) {
      return List.of();
    }
    int ids = conditions.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(
        Wrap.at(
            terminal,
            "if: the claim with a condition added; as it stands it is what the other lines say."));
    conditions.forEach(
        (id, condition) -> {
          List<String> wrapped = Wrap.at(terminal - ids - GAP, condition);
          for (int i = 0; i < wrapped.size(); i++) {
            lines.add(pad(i == 0 ? id : "", ids + GAP) + wrapped.get(i));
          }
        });
    return lines;
  }

  private static List<String> table(
      List<Finding> findings, List<String> columns, Function<Finding, String> head) {
    Map<String, List<Finding>> lines = new LinkedHashMap<>();
    for (Finding finding : findings) {
      lines.computeIfAbsent(head.apply(finding), line -> new ArrayList<>()).add(finding);
    }
    int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> table = new ArrayList<>();
    table.add(line(" ".repeat(width), columns));
    lines.forEach(
        (line, of) ->
            table.add(
                line(pad(line, width), columns.stream().map(column -> cell(of, column)).toList())));
    return table;
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing((Finding finding) -> finding.kind())
                .thenComparing(finding -> FindingText.ids(finding).length())
                .thenComparing(FindingText::ids)
                .thenComparing(FindingText::isQualified)
                .thenComparing(Finding::revision, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  /** The id, marked if a condition is added to the claim. */
  static String id(Finding finding) {
    String id = finding.topics().get(0).id();
    return FindingText.isQualified(finding) ? id + " if" : id;
  }

  private static String head(Finding finding, int ids) {
    return String.format(
        Locale.ROOT,
        "%s %-36s %-19s",
        pad(id(finding), Math.max(ids, ID)),
        finding.topics().get(0).name(),
        Objects.toString(finding.revision(), "-"));
  }

  private static String shortHead(Finding finding, int ids) {
    return String.format(
        Locale.ROOT,
        "%s %-19s",
        pad(id(finding), Math.max(ids, ID)),
        Objects.toString(finding.revision(), "-"));
  }

  /** The explorer's models first, then the other judges, those that there are. */
  private static List<String> columns(List<Finding> findings) {
    Set<String> there = findings.stream().map(Matrix::column).collect(Collectors.toSet());
    Set<String> columns = new LinkedHashSet<>();
    for (MemoryModel model : MemoryModel.values()) {
      columns.add(model.toString());
    }
    for (Judge judge : Judge.values()) {
      columns.add(judge.toString());
    }
    columns.retainAll(there);
    return List.copyOf(columns);
  }

  private static String column(Finding finding) {
    return finding.judge() == Judge.EXPLORER
        ? finding.model().toString()
        : finding.judge().toString();
  }

  private static String cell(List<Finding> findings, String column) {
    List<Finding> here =
        findings.stream().filter(finding -> column(finding).equals(column)).toList();
    String mark = mark(here.stream().map(Finding::standing).collect(Collectors.toSet()));
    return here.stream()
        .map(Finding::verdict)
        .min(Comparator.comparingInt(Verdict.WORST_FIRST::indexOf))
        .map(verdict -> verdict + mark)
        .orElse("-");
  }

  /** The loudest of the marks of a {@link FindingTable}; what is as declared needs none. */
  private static String mark(Set<Standing> standings) {
    if (standings.contains(Standing.DIFFERS) || standings.contains(Standing.MISSING)) {
      return " !!";
    }
    return standings.contains(Standing.UNDECIDED) ? " ??" : "";
  }

  private static String line(String head, List<String> cells) {
    StringBuilder line = new StringBuilder(head);
    for (String cell : cells) {
      line.append(" ".repeat(GAP)).append(pad(cell, CELL));
    }
    return line.toString().stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
