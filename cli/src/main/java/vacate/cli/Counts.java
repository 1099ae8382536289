// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;

/** In how many scenarios something is so. */
final class Counts {
  private Counts() {}

  /**
   * {@code 6}; {@code 6 under each model}; {@code 6 under sc, 9 under jmm}.
   *
   * @param where it is, by model
   * @param models how many were asked for
   */
  static String of(Map<MemoryModel, List<Scenario>> where, int models) {
    int most = where.values().stream().mapToInt(List::size).max().orElse(0);
    if (models == 1) {
      return String.valueOf(most);
    }
    boolean same = where.values().stream().allMatch(s -> s.size() == most);
    return same && where.size() == models
        ? most + " under each model"
        : where.entrySet().stream()
            .map(e -> e.getValue().size() + " under " + e.getKey().id())
            .collect(Collectors.joining(", "));
  }
}
