// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.WRITE;
import static vacate.explorer.search.Decisions.ASIDE;
import static vacate.explorer.search.Decisions.TO_THE_END;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vacate.explorer.graph.Graph;
import vacate.explorer.graph.GraphFull;

/** Rebuilds one execution from its token, without a search. */
public final class Replay {
  private final Threads code;
  private final int[][] choices;
  private final Graph g;

  /**
   * An execution and what it came to; the outcome is null if a thread waits or was cut off, and
   * none threw.
   */
  public record Replayed(Graph execution, Object outcome) {}

  private Replay(Tape tape, int[][] choices, int logCapacity) {
    this.code = new Threads(tape);
    this.choices = choices;
    Program program = tape.program();
    this.g = new Graph(program.threads(), logCapacity, 0, program);
  }

  /** Room for every decision. */
  private static int logCapacity(int[][] choices) {
    int longest = 0;
    for (int[] thread : choices) {
      longest = Math.max(longest, thread.length);
    }
    return Integer.SIZE - Integer.numberOfLeadingZeros(longest);
  }

  /**
   * Rebuilds an execution, with the places in the source of all its events.
   *
   * @param name the program's name, as the token was made with
   * @throws IllegalArgumentException if the token was made for another program, or for this one
   *     before it was changed
   */
  public static Replayed of(Tape tape, Token token, String name) {
    return of(
            tape,
            token.choices(tape.program().threads()),
            replayed -> token.matches(Snapshot.of(replayed.execution), name))
        .orElseThrow(() -> Token.notItsProgram(null));
  }

  /**
   * Rebuilds an execution of a program that was woven anew, with the places in the source of all
   * its events; empty if it has none with these choices that is the one.
   *
   * @param choices as of {@link Decisions}
   */
  public static Optional<Replayed> of(Tape tape, int[][] choices, Predicate<Replayed> isIt) {
    // The search may have had to keep updates that it usually takes back.
    for (boolean keepUpdates : new boolean[] {false, true}) {
      if (keepUpdates) {
        tape.waits().keepAll();
      }
      try {
        Replayed replayed = of(tape, choices);
        if (isIt.test(replayed)) {
          return Optional.of(replayed);
        }
      } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
        // what the choices say does not fit what the program does
      }
    }
    return Optional.empty();
  }

  /**
   * Rebuilds an execution, with the places in the source of all its events.
   *
   * @param choices as of {@link Decisions}
   * @throws IllegalArgumentException if they are not those of an execution of the program
   */
  public static Replayed of(Tape tape, int[][] choices) {
    tape.locate();
    return again(tape, choices);
  }

  /**
   * Runs the code of an execution, as far as it was not run since {@link Tape#showAllUnlocated}, to
   * see that it does the same; nobody asks where.
   *
   * @param choices as of {@link Decisions}
   * @throws IllegalArgumentException if they are not those of an execution of the program
   */
  public static Object outcomeOf(Tape tape, int[][] choices) {
    return again(tape, choices).outcome;
  }

  /**
   * A loop that is cut off here may have gone on there, where more was known of what it reads. If
   * that is not so either, what comes of it is what there is.
   */
  private static Replayed again(Tape tape, int[][] choices) {
    try {
      return built(tape, choices, false);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      tape.letLoopsGoOn(true);
    }
    try {
      return built(tape, choices, false);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // then it was not that
    } finally {
      tape.letLoopsGoOn(false);
    }
    return built(tape, choices, true);
  }

  private static Replayed built(Tape tape, int[][] choices, boolean mayBeCutOff) {
    for (int log = logCapacity(choices); ; log++) {
      try {
        Replay replay = new Replay(tape, choices, log);
        replay.build();
        if (!mayBeCutOff && replay.code.state(replay.g) == Node.End.BOUNDED) {
          throw new IllegalArgumentException("a loop is cut off");
        }
        return new Replayed(replay.g, replay.outcome());
      } catch (GraphFull full) {
        // no number says how far a thread goes behind its last decision
      }
    }
  }

  /** What the epilogue of a program makes of an execution that is complete. */
  public static Object conclude(Tape tape, Graph execution) {
    return new Epilogue(tape).outcome(execution);
  }

  private Object outcome() {
    return switch (code.state(g)) {
      case FINISHED, FAILED -> code.outcome(g);
      default -> null;
    };
  }

  /** Adds events, each read after its source; then orders the writes. */
  private void build() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (int t = 0; t < choices.length; t++) {
        while (goesOn(t) && add(t)) {
          progress = true;
        }
      }
    }
    List<Integer> writes = new ArrayList<>();
    for (int t = 0; t < choices.length; t++) {
      if (goesOn(t)) {
        throw new IllegalArgumentException("a read comes before its source");
      }
      for (int i = 0; i < g.length(t); i++) {
        if (g.is(g.event(t, i), WRITE)) {
          writes.add(g.event(t, i));
        }
      }
    }
    writes.sort(Comparator.comparingInt(this::choice));
    for (int w : writes) {
      if (choice(w) != ASIDE && choice(w) != g.writes(g.location(w))) {
        throw new IllegalArgumentException("places with gaps");
      }
      g.insert(w, g.writes(g.location(w)));
    }
  }

  private int choice(int event) {
    return choice(g.thread(event), g.index(event));
  }

  private int choice(int thread, int index) {
    return index < decided(thread) ? choices[thread][index] : ASIDE;
  }

  /** For how many steps of a thread there is a number. */
  private int decided(int thread) {
    int[] mine = choices[thread];
    return isOpen(thread) ? mine.length - 1 : mine.length;
  }

  private boolean isOpen(int thread) {
    int[] mine = choices[thread];
    return mine.length > 0 && mine[mine.length - 1] == TO_THE_END;
  }

  private boolean goesOn(int thread) {
    return g.length(thread) < decided(thread) || isOpen(thread) && code.peek(g, thread) != null;
  }

  private boolean add(int t) {
    Op op = code.peek(g, t);
    if (op == null) {
      throw new IllegalArgumentException("more events than the thread has");
    }
    int choice = choice(t, g.length(t));
    int source = Graph.INIT;
    if ((op.access() & READ) != 0 && choice == ASIDE) {
      source = lastOwn(t, op.location());
    } else if ((op.access() & READ) != 0 && choice > 0) {
      int from = (choice - 1) % choices.length;
      int index = (choice - 1) / choices.length;
      if (index >= g.length(from)) {
        return false;
      }
      source = g.event(from, index);
      if (!g.is(source, WRITE) || g.location(source) != op.location()) {
        throw new IllegalArgumentException("no write to read from");
      }
    }
    Node node = code.node();
    int step = code.step();
    int e = g.append(t, op.access(), op.location(), op.value());
    g.continuations().set(e, node, step + 1);
    if ((op.access() & READ) != 0) {
      g.readFrom(e, source);
    } else if ((op.access() & CHOICE) != 0) {
      g.choose(e, Math.max(0, choice)); // where nobody was asked whether an interrupt comes
    }
    return true;
  }

  /** The last write of a thread to a location. */
  private int lastOwn(int t, int location) {
    for (int i = g.length(t) - 1; i >= 0; i--) {
      int e = g.event(t, i);
      if (g.is(e, WRITE) && g.location(e) == location) {
        return e;
      }
    }
    return Graph.INIT;
  }
}
