// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.List;

/** The same measured several times, in one unit. */
record Samples(List<Double> values) {
  /**
   * @throws IllegalArgumentException if there are none
   */
  Samples {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    values = values.stream().sorted().toList();
  }

  /** The one in the middle; of an even number the mean of the two there. */
  double median() {
    int n = values.size();
    return (values.get((n - 1) / 2) + values.get(n / 2)) / 2;
  }

  double least() {
    return values.get(0);
  }

  double most() {
    return values.get(values.size() - 1);
  }
}
