// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.monitor;

import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import vacate.explorer.execution.Frame;
import vacate.explorer.graph.Graph;

/**
 * Cycles in the order in which actors take locks while they hold others, over all executions
 * together: they are found also where the test never deadlocks, because something else keeps the
 * actors apart.
 *
 * <p>In a cycle each actor takes the lock that the next one holds. It is none if two of them hold a
 * lock in common, a gate, as they cannot be there at once. Locks are what {@code synchronized}
 * takes and {@code ReentrantLock}; no lock of the test's own. A {@code tryLock} counts like a
 * {@code lock}: an event does not say that it would not have waited.
 */
public final class LockOrder implements Monitor<LockOrder.Taking> {
  /**
   * An actor takes a lock while it holds another.
   *
   * @param held by number of the location
   * @param heldSince null if not known
   * @param gates all that it holds
   * @param place where it takes it; null if not known
   */
  public record Taking(
      int actor, int held, Frame heldSince, int taken, Frame place, SortedSet<Integer> gates) {
    public Taking {
      gates = Collections.unmodifiableSortedSet(new TreeSet<>(gates));
    }

    private boolean excludes(Taking other) {
      return actor == other.actor || !Collections.disjoint(gates, other.gates);
    }

    private String tell(Names names) {
      return names.actor(actor)
          + " takes "
          + names.location(taken)
          + at(place)
          + " while it holds "
          + names.location(held)
          + at(heldSince);
    }

    private static String at(Frame place) {
      return place == null ? "" : " (" + place.place() + ")";
    }
  }

  @Override
  public String name() {
    return "lock order cycles";
  }

  @Override
  public Besides sees() {
    return Besides.BLOCKED;
  }

  @Override
  public void see(Observed execution, Consumer<Taking> notes) {
    for (int t = 0; t < execution.graph().threads(); t++) {
      thread(execution, t, notes);
    }
  }

  private static void thread(Observed execution, int t, Consumer<Taking> notes) {
    Graph g = execution.graph();
    Map<Integer, Frame> held = new TreeMap<>();
    for (int i = 0; i < g.length(t); i++) {
      int event = g.event(t, i);
      int l = g.location(event);
      if (l < 0 || (g.access(event) & (UPDATE | WRITE)) == 0 || !execution.isLock(l)) {
        continue;
      }
      if (g.is(event, READ)) {
        Frame place = execution.place(event);
        held.forEach(
            (other, since) ->
                notes.accept(new Taking(t, other, since, l, place, new TreeSet<>(held.keySet()))));
      } else if (g.is(event, UPDATE)) {
        held.put(l, execution.place(event));
      } else {
        held.remove(l);
      }
    }
  }

  @Override
  public List<Finding<Taking>> conclude(Collection<Taking> notes, Names names) {
    List<Taking> all = List.copyOf(notes);
    Map<List<Integer>, Finding<Taking>> cycles = new LinkedHashMap<>();
    for (Taking first : all) {
      List<Taking> path = new ArrayList<>(List.of(first));
      close(path, all, names, cycles);
    }
    return List.copyOf(cycles.values());
  }

  /** Finds each cycle that goes on from a path, once whichever lock it begins with. */
  private static void close(
      List<Taking> path,
      List<Taking> all,
      Names names,
      Map<List<Integer>, Finding<Taking>> cycles) {
    int wanted = path.get(path.size() - 1).taken;
    if (wanted == path.get(0).held) {
      cycles.putIfAbsent(
          path.stream().map(Taking::held).sorted().toList(),
          new Finding<>(
              String.join("; ", path.stream().map(taking -> taking.tell(names)).toList()), path));
      return;
    }
    for (Taking next : all) {
      if (next.held == wanted && path.stream().noneMatch(next::excludes)) {
        path.add(next);
        close(path, all, names, cycles);
        path.remove(path.size() - 1);
      }
    }
  }
}
