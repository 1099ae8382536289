// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.Locale;

/** How numbers are written on the page. */
final class Figures {
  private Figures() {}

  /** A number of things, in groups of three digits. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** Three digits, or all before the point. */
  static String of(double value) {
    int places = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + places + "f", value).replace(',', ' ');
  }

  /** The median, and between which values it is. */
  static String of(Samples samples) {
    return samples.values().size() == 1
        ? of(samples.median())
        : of(samples.median()) + " (" + of(samples.least()) + "–" + of(samples.most()) + ")";
  }

  /** A power of ten, as short as can be. */
  static String power(double value) {
    long whole = Math.round(value);
    return whole >= 1_000_000
        ? whole / 1_000_000 + " M"
        : whole >= 1_000 ? whole / 1_000 + " k" : String.valueOf(whole);
  }

  /** Complete and blocked executions. */
  static String visited(long executions, long blocked) {
    return count(executions) + " + " + count(blocked);
  }
}
