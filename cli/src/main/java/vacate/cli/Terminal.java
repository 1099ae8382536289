// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

/** The size of the user's terminal, which the launcher passes on. */
final class Terminal {
  private static final int NARROWEST = 40;
  private static final int UNKNOWN = 160;

  private Terminal() {}

  /** Columns: at least 40; 160 where stdout is no terminal. */
  static int width() {
    return width(System.getenv("COLUMNS"));
  }

  static int width(String columns) {
    if (columns == null || !columns.matches("[1-9][0-9]{0,3}")) {
      return UNKNOWN;
    }
    return Math.max(NARROWEST, Integer.parseInt(columns));
  }
}
