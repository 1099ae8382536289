// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.List;

/**
 * A line of a plot.
 *
 * @param colour from 0 to 4
 */
record Series(String name, int colour, List<Point> points) {
  /**
   * Something measured.
   *
   * @param exhausted whether that is all there is; else there is more
   */
  record Point(double x, double y, boolean exhausted) {}
}
