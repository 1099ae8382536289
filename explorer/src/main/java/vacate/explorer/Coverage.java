// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;

/**
 * Of which scenarios of a data structure a result speaks.
 *
 * @param begun how many were begun
 * @param exhausted of how many of these every execution was visited
 * @param all how many there are
 * @param extent how large they are at most, in words; null if one was asked for
 * @param calls what is called in them
 * @param refuted the first that is not linearizable, which was begun last; null if none is
 */
public record Coverage(
    long begun, long exhausted, long all, String extent, List<String> calls, String refuted) {
  public Coverage {
    calls = List.copyOf(calls);
  }

  /** What was found in them. */
  @Override
  public String toString() {
    String of = extent == null ? "this scenario" : all + " scenarios of " + extent;
    if (refuted != null) {
      return "not linearizable in "
          + (extent == null ? of : "number " + begun + " of " + of + ": " + refuted);
    }
    return exhausted == all
        ? "linearizable in " + (extent == null ? "" : "all ") + of
        : "linearizable as far as explored, with every execution in " + exhausted + " of " + of;
  }
}
