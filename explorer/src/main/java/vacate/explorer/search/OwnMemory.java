// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.Map;

/**
 * What a finished thread wrote last to each location that it alone touches.
 *
 * @param number another one for each that differs
 */
record OwnMemory(int number, Map<Integer, Long> values) {
  static final OwnMemory EMPTY = new OwnMemory(0, Map.of());
}
