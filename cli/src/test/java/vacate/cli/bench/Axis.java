// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values are drawn: the low one at {@code from}, the high one at {@code to}.
 *
 * @param log whether equal factors are equally far apart, instead of equal differences
 */
record Axis(double low, double high, double from, double to, boolean log) {
  private static final double ALMOST = 1e-9;

  /**
   * @throws IllegalArgumentException if there is no room between the ends, or no logarithm of one
   */
  Axis {
    if (!(low < high) || log && low <= 0) {
      throw new IllegalArgumentException("no axis from " + low + " to " + high);
    }
  }

  /** A logarithmic one from a power of ten to another, with all the values between them. */
  static Axis decades(List<Double> values, double from, double to) {
    double least = values.stream().min(Double::compare).orElse(1.0);
    double most = values.stream().max(Double::compare).orElse(1.0);
    int low = (int) Math.floor(Math.log10(least) + ALMOST);
    int high = Math.max(low + 1, (int) Math.ceil(Math.log10(most) - ALMOST));
    return new Axis(Math.pow(10, low), Math.pow(10, high), from, to, true);
  }

  double at(double value) {
    double part = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + part * (to - from);
  }

  /** The powers of ten on it. */
  List<Double> powersOfTen() {
    List<Double> powers = new ArrayList<>();
    for (int n = (int) Math.ceil(Math.log10(low) - ALMOST); n <= Math.log10(high) + ALMOST; n++) {
      powers.add(Math.pow(10, n));
    }
    return powers;
  }
}
