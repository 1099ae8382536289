// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

import java.util.List;

/**
 * The values that a parameter is given.
 *
 * @param generator what makes them, as in {@code IntGen 1:5}
 * @param values the first of them, at most {@value #MOST}: boxed primitives, strings and {@link
 *     EnumValue}s
 * @param more whether there are others
 */
public record Domain(String generator, List<Object> values, boolean more) {
  /** As many values of a parameter as are ever tried. */
  public static final int MOST = 8;

  public Domain {
    values = List.copyOf(values);
  }

  /** The first so many. */
  public List<Object> first(int number) {
    return values.subList(0, Math.min(number, values.size()));
  }

  /** Whether the first so many are not all. */
  public boolean hasMoreThan(int number) {
    return more || values.size() > number;
  }
}
