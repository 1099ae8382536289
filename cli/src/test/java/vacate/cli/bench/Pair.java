// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.List;

/** The same command with one thread and with two. */
record Pair(ShellWork one, ShellWork two) {
  static Pair of(String name, int rounds, long known, List<String> arguments) {
    return new Pair(
        new ShellWork(name, rounds, known, true, arguments, 1),
        new ShellWork(name, rounds, known, true, arguments, 2));
  }

  /** How many times as fast the second is. */
  double speedUp() {
    return one.wall().median() / two.wall().median();
  }
}
