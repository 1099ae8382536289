// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import vacate.explorer.model.MemoryModel;

/** The {@code --model} option. */
final class Models {
  private Models() {}

  /**
   * The model of that name.
   *
   * @throws UsageException if there is none
   */
  static MemoryModel parse(String id) {
    try {
      return MemoryModel.of(id);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--model " + id + " is none of sc, tso, pso, jmm");
    }
  }
}
