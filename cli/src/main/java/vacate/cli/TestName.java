// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

/** TypedNames of tests as a person reads them. */
final class TestName {
  private static final String STRESS = "vacate.stress.";

  private TestName() {}

  /** Without the package that all stress tests have. */
  static String shorten(String test) {
    return test.startsWith(STRESS) ? test.substring(STRESS.length()) : test;
  }
}
