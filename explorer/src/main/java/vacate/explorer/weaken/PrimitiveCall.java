// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vacate.explorer.execution.Frame;
import vacate.explorer.heap.Site;
import vacate.explorer.search.Modes;

/**
 * All places of one call of a primitive, as the fences and the update of one {@code slab_lock}.
 * Each may do what another does, so that none is needed alone; as {@link Modes} it is the call with
 * nothing left of its order. It still is atomic and exclusive.
 *
 * @param name method of the primitive; that of the caller if the place is no primitive's
 * @param where the line that calls it
 * @param parts its places, at least one
 */
public record PrimitiveCall(String name, Frame where, List<OrderedAccess> parts) implements Modes {
  public PrimitiveCall {
    parts = List.copyOf(parts);
  }

  /** Sorts places into the calls that they belong to, in the order in which they come. */
  public static List<PrimitiveCall> of(List<OrderedAccess> places) {
    record Call(String name, Frame where) {}

    Map<Call, List<OrderedAccess>> calls = new LinkedHashMap<>();
    for (OrderedAccess place : places) {
      Frame called = place.path().get(Math.max(0, place.path().size() - 2));
      Call call = new Call(called.method(), place.where());
      calls.computeIfAbsent(call, c -> new ArrayList<>()).add(place);
    }
    List<PrimitiveCall> primitives = new ArrayList<>();
    calls.forEach((call, parts) -> primitives.add(new PrimitiveCall(call.name, call.where, parts)));
    return primitives;
  }

  @Override
  public int of(int access, Supplier<?> site) {
    if (parts.stream().noneMatch(part -> part.mayBe(access))
        || !(site.get() instanceof Site here)) {
      return access;
    }
    return parts.stream()
        .filter(part -> part.isAt(access, here))
        .findFirst()
        .map(part -> part.weakest().to().in(access))
        .orElse(access);
  }

  /** Whether it is one place, whose weakest form is all that can become of it. */
  public boolean isSingle() {
    return parts.size() == 1;
  }

  @Override
  public String toString() {
    return name + " at " + where + " -> unordered";
  }
}
