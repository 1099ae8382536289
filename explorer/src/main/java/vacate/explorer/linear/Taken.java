// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.List;

/**
 * A call that was made in an execution.
 *
 * @param call its number
 * @param result what it came to, as text
 * @param seen of each thread, how many of its calls had returned, as far as the caller knew; empty
 *     in a part in which one call is made after the other
 */
record Taken(int call, String result, List<Integer> seen) {
  Taken {
    seen = List.copyOf(seen);
  }
}
