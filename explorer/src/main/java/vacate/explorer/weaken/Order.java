// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.LOAD_LOAD;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.List;

/** How much an access or a fence orders, from nothing to all, in the words of {@code VarHandle}. */
public enum Order {
  /** A plain access; no fence at all. */
  NONE(0),
  /** A coherent access that orders no other; of an atomic update what it cannot lose. */
  OPAQUE_ONLY(OPAQUE),
  LOADS(LOAD_LOAD),
  STORES(STORE_STORE),
  ACQUIRING(OPAQUE | ACQUIRE),
  RELEASING(OPAQUE | RELEASE),
  BOTH(OPAQUE | ACQUIRE | RELEASE),
  FULL(OPAQUE | ACQUIRE | RELEASE | VOLATILE);

  private static final int ALL = OPAQUE | ACQUIRE | RELEASE | VOLATILE | LOAD_LOAD | STORE_STORE;

  private final int bits;

  Order(int bits) {
    this.bits = bits;
  }

  /** The order that an event has: for an atomic update the union of its halves. */
  static Order of(int access) {
    if ((access & VOLATILE) != 0) {
      return FULL;
    }
    for (Order order : new Order[] {BOTH, RELEASING, ACQUIRING, STORES, LOADS}) {
      int own = order.bits & ~OPAQUE;
      if ((access & own) == own) {
        return order;
      }
    }
    return (access & OPAQUE) == 0 ? NONE : OPAQUE_ONLY;
  }

  /** The next weaker ones, for what may be {@code kind}; none for the weakest. */
  List<Order> weaker(Kind kind) {
    return switch (this) {
      case NONE -> List.of();
      case OPAQUE_ONLY -> kind.isAlwaysCoherent() ? List.of() : List.of(NONE);
      case LOADS, STORES -> List.of(NONE);
      case ACQUIRING -> List.of(kind == Kind.FENCE ? LOADS : OPAQUE_ONLY);
      case RELEASING -> List.of(kind == Kind.FENCE ? STORES : OPAQUE_ONLY);
      case BOTH -> List.of(ACQUIRING, RELEASING);
      case FULL ->
          switch (kind) {
            case FENCE -> List.of(BOTH);
            case LOAD -> List.of(ACQUIRING);
            case STORE -> List.of(RELEASING);
            default -> List.of(ACQUIRING, RELEASING);
          };
    };
  }

  /** An event with this order instead of its own. */
  int in(int access) {
    int order = bits;
    if ((access & (READ | WRITE)) == 0) {
      order &= ~OPAQUE; // a fence
    } else if ((access & READ) != 0) {
      order &= ~RELEASE;
    } else if ((access & UPDATE) == 0) {
      order &= ~ACQUIRE;
    }
    return access & ~ALL | order;
  }

  /** As the method of {@code VarHandle} is called, in words. */
  public String label(Kind kind) {
    boolean fence = kind == Kind.FENCE;
    return switch (this) {
      case NONE -> fence ? "none" : "plain";
      case OPAQUE_ONLY -> kind.isAlwaysCoherent() ? "unordered" : "opaque";
      case LOADS -> "loadLoad";
      case STORES -> "storeStore";
      case ACQUIRING -> "acquire";
      case RELEASING -> "release";
      case BOTH -> "acquire+release";
      case FULL -> fence ? "full" : "volatile";
    };
  }
}
