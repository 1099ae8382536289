// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import vacate.explorer.graph.Access;

/**
 * A fence directly before an access.
 *
 * @param fence LOADS, STORES or FULL
 */
public record InsertedFence(Place at, Order fence) implements Mend {
  int bits() {
    return switch (fence) {
      case LOADS -> Access.LOAD_LOAD_FENCE;
      case STORES -> Access.STORE_STORE_FENCE;
      case FULL -> Access.FULL_FENCE;
      default -> throw new IllegalStateException(fence.toString());
    };
  }

  @Override
  public String toString() {
    return "a " + fence.label(Kind.FENCE) + "Fence before the " + at;
  }
}
