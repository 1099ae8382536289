// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.Locale;

/** What becomes of a test of which nothing bad is known, but that is not proved either. */
enum Unproved {
  /** It is neither passed nor failed: reports count it as skipped, with the reason. */
  ABORTED,
  FAILED,
  PASSED;

  /** As it is configured. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
