// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import vacate.explorer.model.MemoryModel;

/** The {@code --model} option. */
final class Models {
  private Models() {}

  /**
   * The models of those names, each once.
   *
   * @throws UsageException if there is none of a name
   */
  static List<MemoryModel> parse(List<String> ids) {
    return ids.stream().map(Models::parse).distinct().toList();
  }

  /** The same of one name. */
  static MemoryModel parse(String id) {
    try {
      return MemoryModel.of(id);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--model " + id + " is none of sc, tso, pso, jmm");
    }
  }
}
