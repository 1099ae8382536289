// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

/** A number and what it counts. */
final class Count {
  private Count() {}

  /** {@code 1 test}, {@code 2 tests}. */
  static String of(long n, String one) {
    return n + " " + (n == 1 ? one : one + "s");
  }
}
