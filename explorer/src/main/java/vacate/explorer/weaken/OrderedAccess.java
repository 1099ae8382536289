// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vacate.explorer.execution.Frame;
import vacate.explorer.heap.Site;

/**
 * A place in a program that orders memory, or could order less than it does.
 *
 * @param kind what it is
 * @param order how much it orders
 * @param path the line, and its callers as far as they tell one use of it from another
 * @param of the variable, without the number of its object; null for a fence
 */
public record OrderedAccess(Kind kind, Order order, List<Frame> path, String of) {
  public OrderedAccess {
    path = List.copyOf(path);
  }

  /**
   * Of a line in a method that {@code primitive} names, each caller's use is a place of its own;
   * who is interrupted is no caller.
   */
  static List<Frame> path(Site site, Predicate<Frame> primitive) {
    List<Frame> path = new ArrayList<>();
    for (Frame frame : site.uninterrupted()) {
      path.add(frame);
      if (!primitive.test(frame)) {
        break;
      }
    }
    return path;
  }

  /** Whether an event is of the kind and order that this place has. */
  boolean mayBe(int access) {
    return Kind.of(access) == event() && (event() == Kind.UPDATE || Order.of(access) == order);
  }

  /** Whether an event comes from here. */
  boolean isAt(int access, Site site) {
    return mayBe(access)
        && site.own() >= path.size()
        && site.stack().subList(0, path.size()).equals(path);
  }

  private Kind event() {
    return switch (kind) {
      case LOCK -> Kind.UPDATE;
      case UNLOCK -> Kind.STORE;
      default -> kind;
    };
  }

  /** The outermost line of the path: the user's own, where the innermost is a primitive's. */
  public Frame where() {
    return path.get(path.size() - 1);
  }

  /** Every weakening by one step. */
  public List<Weakening> weakenings() {
    return order.weaker(kind).stream().map(to -> new Weakening(this, to)).toList();
  }

  /** With as little order as it can have. */
  public Weakening weakest() {
    Order to = order;
    for (List<Order> next = to.weaker(kind); !next.isEmpty(); next = to.weaker(kind)) {
      to = next.get(0);
    }
    return new Weakening(this, to);
  }

  /** What it is, as {@code acquire load of Page.flags} or {@code full fence}. */
  public String what() {
    return switch (kind) {
      case LOCK -> "lock of " + of;
      case UNLOCK -> "unlock of " + of;
      case FENCE -> order.label(kind) + " fence";
      case LOAD -> order.label(kind) + " load of " + of;
      case STORE -> order.label(kind) + " store to " + of;
      case UPDATE -> order.label(kind) + " update of " + of;
    };
  }

  @Override
  public String toString() {
    return what() + " at " + String.join(" < ", path.stream().map(Frame::toString).toList());
  }
}
