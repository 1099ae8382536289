// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Mutants as text: what kills them, then those that nothing does and why. */
final class TriedTable {
  private final List<Tried> all;

  TriedTable(List<Tried> all) {
    this.all = List.copyOf(all);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    rows(
        lines,
        "KILLED: the smallest scenario that shows it, and what is wrong then",
        Tried::isKilled,
        t -> List.of(t.fate().scenario(), t.fate().how()));
    rows(
        lines,
        "SURVIVES, and nobody has said why",
        Tried::isUnexplained,
        t -> List.of(asked(t), t.mutant().id()));
    rows(
        lines,
        "NOT DECIDED: nothing was found, and not all was visited",
        t -> t.fate() != null && !t.isKilled() && !t.fate().survives(),
        t -> List.of(t.fate().open(), t.mutant().id()));
    explained(
        lines,
        Survival.Kind.UNSEEN,
        "NOT SEEN: wrong, and no scenario or monitor shows it; what would");
    explained(lines, Survival.Kind.EQUIVALENT, "EQUIVALENT: no scenario shows it, and this is why");
    return lines;
  }

  private static String asked(Tried t) {
    if (t.fate().asked() == 0) {
      return "no scenario comes to it";
    }
    return t.fate().asked()
        + " scenarios"
        + (t.fate().other() == null ? "" : ", otherwise than unchanged in " + t.fate().other());
  }

  private interface Cells {
    List<String> of(Tried one);
  }

  private void rows(List<String> lines, String title, Predicate<Tried> which, Cells more) {
    List<List<String>> rows = new ArrayList<>();
    for (Tried one : all) {
      if (which.test(one)) {
        List<String> row =
            new ArrayList<>(
                List.of(one.mutant().function(), change(one.mutant()), one.mutant().place()));
        row.addAll(more.of(one));
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      lines.add(title);
      lines.addAll(columns(rows));
      lines.add("");
    }
  }

  private static String change(Variant mutant) {
    return mutant.kind() == Variant.Kind.REORDERED
        ? mutant.what().replace("; ", " <-> ")
        : mutant.what() + " -> " + mutant.to();
  }

  /** Those of one reason stand together. */
  private void explained(List<String> lines, Survival.Kind kind, String title) {
    Map<String, List<List<String>>> by = new LinkedHashMap<>();
    for (Tried one : all) {
      if (one.survivesBecause(kind)) {
        by.computeIfAbsent(one.why().orElseThrow().sentence(), w -> new ArrayList<>())
            .add(List.of(one.mutant().function(), change(one.mutant()), one.mutant().place()));
      }
    }
    if (!by.isEmpty()) {
      lines.add(title);
      by.forEach(
          (why, rows) -> {
            lines.add("  " + why);
            columns(rows).forEach(row -> lines.add("  " + row));
          });
      lines.add("");
    }
  }

  private static List<String> columns(List<List<String>> rows) {
    int[] width = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < width.length; i++) {
        width[i] = Math.max(width[i], row.get(i).length());
      }
    }
    List<String> text = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < width.length; i++) {
        line.append("  ").append(row.get(i)).append(" ".repeat(width[i] - row.get(i).length()));
      }
      text.add(line.toString().stripTrailing());
    }
    return text;
  }
}
