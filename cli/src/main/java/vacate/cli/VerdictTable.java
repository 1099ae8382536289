// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;

/**
 * The verdicts of an exploration in the order in which they were asked for, whoever was ready
 * first: a line a test, a column a model.
 */
final class VerdictTable {
  private static final int CELL = 10;

  private VerdictTable() {}

  /** A head and the lines; nothing of fewer than two results. */
  static List<String> lines(List<Result> results) {
    if (results.size() < 2) {
      return List.of();
    }
    List<MemoryModel> models = results.stream().map(Result::model).distinct().toList();
    Map<String, Map<MemoryModel, Result>> tests = new LinkedHashMap<>();
    for (Result r : results) {
      tests.computeIfAbsent(r.test(), test -> new LinkedHashMap<>()).put(r.model(), r);
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(models.stream().map(MemoryModel::id).toList(), ""));
    tests.forEach(
        (test, by) ->
            lines.add(line(models.stream().map(model -> cell(by.get(model))).toList(), test)));
    return lines;
  }

  private static String cell(Result result) {
    return result == null || !Explorations.isJudged(result) ? "-" : result.verdict().toString();
  }

  private static String line(List<String> cells, String test) {
    StringBuilder line = new StringBuilder("  ");
    cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%-" + CELL + "s", cell)));
    return (line + TestName.shorten(test)).stripTrailing();
  }
}
