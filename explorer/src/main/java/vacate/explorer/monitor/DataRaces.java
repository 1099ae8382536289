// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.monitor;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.FINAL;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;
import static vacate.explorer.graph.Access.WRITE;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import vacate.explorer.execution.Frame;
import vacate.explorer.graph.Graph;

/**
 * Data races (JLS 17.4.5): two accesses of one location by different actors, at least one of which
 * writes and at least one of which is plain, neither of which happens before the other.
 *
 * <p>What storeStore and loadLoad fences keep in order does not happen before anything by that, so
 * it races, also where no value gives it away.
 *
 * <p>No race is a read of a final field after its constructor, nor one that a final field leads to
 * what was written before the constructor ended (JLS 17.5). A read-modify-write is never plain.
 * Races in executions that end in a wait count: what came before the wait took place.
 *
 * <p>One is noted for each location and pair of lines.
 */
public final class DataRaces implements Monitor<DataRaces.Race> {
  /**
   * Two accesses that race.
   *
   * @param location by number
   * @param one by the actor of the lower number
   */
  public record Race(int location, Side one, Side other) {}

  /**
   * An access.
   *
   * @param access bits of {@link vacate.explorer.graph.Access} that its mode and kind are
   * @param place null if not known
   */
  public record Side(int actor, int access, Frame place) {
    private static final int KIND = READ | WRITE | UPDATE | OPAQUE | ACQUIRE | RELEASE | VOLATILE;

    private static Side of(Observed execution, int event) {
      Graph g = execution.graph();
      return new Side(g.thread(event), g.access(event) & KIND, execution.place(event));
    }

    private String tell(Names names) {
      String line = place == null ? "" : " at " + place.place();
      return mode() + " " + kind() + line + " by " + names.actor(actor);
    }

    private String mode() {
      if ((access & VOLATILE) != 0) {
        return "volatile";
      }
      if ((access & ACQUIRE) != 0) {
        return "acquire";
      }
      if ((access & RELEASE) != 0) {
        return "release";
      }
      return (access & OPAQUE) != 0 ? "opaque" : "plain";
    }

    private String kind() {
      return (access & UPDATE) != 0 ? "update" : (access & WRITE) != 0 ? "write" : "read";
    }
  }

  @Override
  public String name() {
    return "data races";
  }

  @Override
  public Besides sees() {
    return Besides.BLOCKED;
  }

  @Override
  public void see(Observed execution, Consumer<Race> notes) {
    Graph g = execution.graph();
    for (int t = 0; t < g.threads(); t++) {
      for (int i = 0; i < g.length(t); i++) {
        int event = g.event(t, i);
        if (g.location(event) >= 0 && !g.is(event, FINAL)) {
          withWrites(execution, event, notes);
        }
      }
    }
  }

  /** Of two writes the one that is later in co is looked at with the other. */
  private static void withWrites(Observed execution, int event, Consumer<Race> notes) {
    Graph g = execution.graph();
    int l = g.location(event);
    int end = g.is(event, WRITE) ? g.place(event) : g.writes(l);
    for (int k = 1; k < end; k++) {
      int write = g.write(l, k);
      if (races(execution, write, event)) {
        boolean first = g.thread(write) < g.thread(event);
        Side a = Side.of(execution, first ? write : event);
        Side b = Side.of(execution, first ? event : write);
        notes.accept(new Race(l, a, b));
      }
    }
  }

  /** Whether a write races with another access of its location. */
  static boolean races(Observed execution, int write, int event) {
    Graph g = execution.graph();
    return g.thread(write) != g.thread(event)
        && (isPlain(g, write) || isPlain(g, event))
        && !execution.order().ordered(write, event)
        && !execution.order().ordered(event, write)
        && !execution.order().shownByFinalField(write, event);
  }

  private static boolean isPlain(Graph g, int event) {
    return (g.access(event) & (OPAQUE | UPDATE)) == 0;
  }

  @Override
  public List<Finding<Race>> conclude(Collection<Race> races, Names names) {
    return races.stream().map(r -> new Finding<>(tell(r, names), List.of(r))).toList();
  }

  private static String tell(Race r, Names names) {
    return names.location(r.location) + ": " + r.one.tell(names) + ", " + r.other.tell(names);
  }
}
