// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Twins;

/**
 * All is begun again, because of twins: two that were taken for such do not do the same, or there
 * is more to see of what they do. A search that does not know of twins need not begin again.
 */
final class Anew extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who are none after all, or {@link Twins#NONE}. */
  final transient Twins unlike;

  Anew(Twins unlike) {
    super(null, null, false, false);
    this.unlike = unlike;
  }
}
