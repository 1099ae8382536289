// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** A location is shared that was not taken for that: what was recorded has too few events. */
final class Surprise extends RuntimeException {
  static final Surprise INSTANCE = new Surprise();

  /** It is one of which it depended how the search went on: what it has seen is void. */
  static final Surprise VOID = new Surprise();

  private static final long serialVersionUID = 1L;

  private Surprise() {
    super(null, null, false, false);
  }
}
