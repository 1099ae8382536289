// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.model.MemoryModel;

/** Mutants as text: what is needed, then what is not and why, then what no other judge can see. */
public final class MutantTable {
  private static final String UNEXPLAINED = "NOBODY HAS SAID WHY";

  private final List<MutantResult> lines;
  private final UnaryOperator<String> claims;
  private final boolean explained;

  /**
   * @param claims what a test is evidence for; empty if it is none of ours
   * @param explained whether each redundant mutant must have its reason
   */
  public MutantTable(List<MutantResult> lines, UnaryOperator<String> claims, boolean explained) {
    this.lines = List.copyOf(lines);
    this.claims = claims;
    this.explained = explained;
  }

  /** All of it. */
  public List<String> text() {
    List<String> out = new ArrayList<>();
    List<MutantResult> needed = lines.stream().filter(MutantResult::isNeeded).toList();
    if (!needed.isEmpty()) {
      out.add("NEEDED: without it a test shows what it forbids");
      out.addAll(columns(needed.stream().map(this::needed).toList()));
      out.add("");
    }
    List<MutantResult> others = lines.stream().filter(line -> !line.isNeeded()).toList();
    if (!others.isEmpty()) {
      out.add("REDUNDANT: every execution of every test was visited, none notices");
      out.addAll(columns(redundant(others)));
      out.add("");
    }
    return out;
  }

  private String[] needed(MutantResult line) {
    MemoryModel model = line.neededUnder();
    ModelResult cell = line.cells().get(model);
    return new String[] {
      models(line, BarrierAnalysis.Need.NEEDED),
      line.function(),
      line.what() + " -> " + line.to(),
      line.place(),
      brief(cell.test()) + ": " + cell.outcome(),
      claims.apply(cell.test()),
      line.id()
    };
  }

  private static String models(MutantResult line, BarrierAnalysis.Need need) {
    return line.cells().entrySet().stream()
        .filter(e -> e.getValue().need() == need)
        .map(e -> e.getKey().id())
        .collect(Collectors.joining(" "));
  }

  /** Mutants of one line of the source that are redundant for one reason stand together. */
  private List<String[]> redundant(List<MutantResult> others) {
    Map<List<String>, List<MutantResult>> together = new LinkedHashMap<>();
    for (MutantResult line : others) {
      together
          .computeIfAbsent(
              List.of(line.function(), line.place(), reason(line)), k -> new ArrayList<>())
          .add(line);
    }
    List<String[]> rows = new ArrayList<>();
    together.forEach(
        (key, same) ->
            rows.add(
                new String[] {
                  key.get(0),
                  same.stream()
                      .map(line -> line.what() + " -> " + line.to())
                      .collect(Collectors.joining("; ")),
                  key.get(1),
                  key.get(2)
                }));
    return rows;
  }

  private String reason(MutantResult line) {
    String undecided = models(line, BarrierAnalysis.Need.UNDECIDED);
    if (!undecided.isEmpty()) {
      return "NOT DECIDED under " + undecided;
    }
    String visible = models(line, BarrierAnalysis.Need.VISIBLE);
    String seen = visible.isEmpty() ? "" : "an allowed outcome more under " + visible + "; ";
    return seen + (line.why() != null ? line.why() : explained ? UNEXPLAINED : "");
  }

  private static String brief(String test) {
    return test.replaceFirst("^vacate[.]stress[.](protocol|slice)[.]", "");
  }

  private static List<String> columns(List<String[]> rows) {
    int[] width = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        width[i] = Math.max(width[i], row[i].length());
      }
    }
    List<String> text = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        line.append("  ").append(row[i]).append(" ".repeat(width[i] - row[i].length()));
      }
      text.add(line.toString().stripTrailing());
    }
    return text;
  }
}
