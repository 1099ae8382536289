// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * So many threads with so many operations each: what {@link Growth} tells of them, in the median.
 */
record GrowthCell(
    Growth.Family family,
    int threads,
    int operations,
    boolean exhausted,
    long executions,
    long blocked,
    double seconds) {

  /** Of the rows of all rounds. */
  static List<GrowthCell> of(List<String> lines) {
    Map<String, List<String[]>> rounds = new LinkedHashMap<>();
    for (String line : lines) {
      String[] row = line.split("\t");
      rounds.computeIfAbsent(row[0] + row[1] + row[2], k -> new ArrayList<>()).add(row);
    }
    return rounds.values().stream().map(GrowthCell::median).toList();
  }

  private static GrowthCell median(List<String[]> rounds) {
    String[] row = rounds.get(rounds.size() - 1);
    return new GrowthCell(
        Growth.Family.valueOf(row[0]),
        Integer.parseInt(row[1]),
        Integer.parseInt(row[2]),
        rounds.stream().allMatch(r -> Boolean.parseBoolean(r[3])),
        Long.parseLong(row[4]),
        Long.parseLong(row[5]),
        new Samples(rounds.stream().map(r -> Double.valueOf(r[6])).toList()).median());
  }

  /** Complete and blocked. */
  double visited() {
    return executions + blocked;
  }
}
