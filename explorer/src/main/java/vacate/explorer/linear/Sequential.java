// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.List;

/** What calls come to that are made one after the other. */
@FunctionalInterface
interface Sequential {
  /**
   * The result of the last of some calls; null if it never returns.
   *
   * @param calls by their numbers, on a new object
   */
  String result(List<Integer> calls);
}
