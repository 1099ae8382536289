// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vacate.explorer.graph.InitialValues;
import vacate.explorer.graph.Twins;

/**
 * Runs the threads of a program and records what they do, on a trie for each thread: along what is
 * recorded the code is fed with values, at its end what it does is new, and what was recorded first
 * of a thread is held against a second run.
 */
public final class Tape {
  private final Program program;
  private final Notation notation;
  private final ThreadMemory memory;
  private final Waits waits = new Waits();
  private final InitialValues initialValues = new KnownInitialValues(this);
  private final boolean waitsLate;
  private final boolean looksForTwins;

  /** Whether the search that goes on takes nobody for twins, and will not, as its tree has none. */
  private boolean withoutTwins;

  /** Who has turned out to be no twins. */
  private final Set<Twins> unlike = new HashSet<>();

  private final Journal journal = new Journal();
  private Tries tries;
  private final Map<Map<Integer, Long>, OwnMemory> owns = new HashMap<>();
  private Node[] path = new Node[64];

  /**
   * @param sites where in the source the running code is; asked only after {@link #locate}, or by
   *     the modes
   * @param modes what becomes of its access modes
   */
  public Tape(Program program, Supplier<?> sites, Modes modes) {
    this(program, sites, modes, Reduction.ALL);
  }

  /**
   * @param reductions none of which is done where modes change, which is asked of each access
   */
  public Tape(Program program, Supplier<?> sites, Modes modes, Set<Reduction> reductions) {
    this.program = program;
    notation = new Notation(sites, modes);
    waitsLate = reductions.contains(Reduction.WAITS);
    looksForTwins = reductions.contains(Reduction.TWINS) && modes == Modes.DECLARED;
    memory = new ThreadMemory(program, notation, modes == Modes.DECLARED ? reductions : Set.of());
  }

  /** Forgets what was recorded. */
  synchronized void renew() {
    tries = null;
    journal.renewed();
  }

  /** What is recorded now. */
  synchronized Tries tries() {
    if (tries == null) {
      tries = new Tries(program.threads(), journal::renewed);
    }
    return tries;
  }

  /**
   * From now on every access and fence is an event, and knows where in the source it is, which
   * takes far longer to find.
   */
  public void locate() {
    notation.locate(true);
    showAll();
  }

  /** The same, and what is no event stays none, but for accesses of these locations. */
  public void locate(BitSet shown) {
    notation.locate(true);
    memory.sharing().show(shown);
    renew();
  }

  /** From now on every access and fence is an event, wherever it is; all code is run anew. */
  public void showAllUnlocated() {
    notation.locate(false);
    showAll();
  }

  /**
   * From now on loops may, or may not, go round as often as any could at most: where every access
   * is an event, what one thread alone uses is not told from the rest. All code is run anew.
   */
  void letLoopsGoOn(boolean goOn) {
    memory.letLoopsGoOn(goOn);
    renew();
  }

  private void showAll() {
    memory.makeAllEvents();
    renew();
  }

  /** Whether threads wait only when no other can go on. */
  boolean waitsLate() {
    return waitsLate;
  }

  /**
   * Whether executions that mirror others may be left out, and the search that goes on has not been
   * without that until now.
   */
  boolean mayChooseTwins() {
    return looksForTwins && !withoutTwins;
  }

  /** Whether two threads have been seen to do what the other does not. */
  boolean areUnlike(Twins twins) {
    return unlike.contains(twins);
  }

  /** A search begins, from the beginning. */
  synchronized void begin() {
    withoutTwins = false;
    renew();
  }

  /** The same, and two threads are no twins, unless these are {@link Twins#NONE}. */
  synchronized void beginAnew(Twins others) {
    if (others.exist()) {
      unlike.add(others);
      journal.separated(others);
    }
    begin();
  }

  /** From now on two threads are taken for twins, or none are. */
  synchronized void pair(Pairing found) {
    withoutTwins = !found.twins().exist();
    tries().pair(found);
    memory.sharing().pair(found.twins());
    journal.paired(found.twins());
    found.names().tell(journal);
  }

  Program program() {
    return program;
  }

  Notation notation() {
    return notation;
  }

  /** The initial values of the program's locations, for all workers. */
  InitialValues initialValues() {
    return initialValues;
  }

  /**
   * Whether what was recorded is void, because updates were taken back that must not be; from now
   * on they are not.
   */
  synchronized boolean hasTakenBackTooMuch() {
    BitSet doubts = waits.doubts();
    if (doubts.isEmpty()) {
      return false;
    }
    keep(doubts);
    renew();
    return true;
  }

  /** From now on updates of these locations are kept, even if they change nothing. */
  synchronized void keep(BitSet locations) {
    waits.keep(locations);
    journal.kept(locations);
  }

  /** How often a loop may go round from now on. */
  public synchronized void boundLoops(int turns) {
    program.boundLoops(turns);
    journal.bounded(turns);
  }

  /** All that was learnt of the program until now. */
  public synchronized List<String> journal() {
    return journal.lines();
  }

  /**
   * Learns of the program what another tape of the same program has, in the same order, so that
   * both have the same number for each location. Only for a tape that knows nothing yet.
   *
   * @param lines what {@link #journal} has said
   * @return whether it came to the same; if not the tape is good for nothing
   * @throws IllegalArgumentException if the lines are no journal's
   */
  public synchronized boolean repeat(List<String> lines) {
    return Journal.repeat(lines, this);
  }

  /**
   * How much is known of the program beyond what is recorded: more whenever something is learnt.
   */
  long known() {
    return program.numbers() + memory.sharing().known() + waits.known();
  }

  /** What is taken back of waiting loops, and what must not be. */
  Waits waits() {
    return waits;
  }

  /**
   * Runs a thread along the path to {@code node}, and fills it in. A guess at what comes after may
   * lead to what is impossible, so the nodes behind are left alone where they turn out to be more
   * than the explorer understands.
   *
   * @param thread the epilogue, if it is the number of threads
   * @return how many nodes were added
   * @throws Surprise if it accesses what an earlier run did, which that took for its own
   */
  int fill(int thread, Node node, Recording.Guess guess) {
    long known = known();
    Recording recording = new Recording(this, memory, node, guess);
    run(thread, recording);
    if (known() != known) {
      journal.ran(thread, recording.at(), known());
    }
    boolean startled = memory.sharing().isStartled();
    boolean contested = memory.sharing().isNewlyContested();
    if (memory.sharing().isSurprised()) {
      renew();
      throw contested || startled && waitsLate ? Surprise.VOID : Surprise.INSTANCE;
    }
    Node end = recording.at();
    Refused refusal = memory.refusal();
    if (refusal != null) {
      if (end == node) {
        throw refusal;
      }
      recording.forgetLast();
    }
    recording.publish();
    if (node.end == Node.End.UNKNOWN) {
      throw new NotDeterministic(thread, "", null);
    }
    if (node.parent == null && end.end != Node.End.UNKNOWN) {
      run(thread, new Verification(memory, end));
      if (memory.refusal() != null) {
        throw memory.refusal();
      }
    }
    return recording.added();
  }

  /** Runs a thread along the path to where the last phase is. */
  private void run(int thread, Phase last) {
    Node end = last.at();
    notation.ofEpilogue(thread >= program.threads());
    memory.startRun(thread, end.parent == null ? last : new Playback(memory, pathTo(end), last));
    try {
      Object outcome = null;
      if (thread < program.threads()) {
        program.run(thread, memory);
        outcome = memory.outcome();
      } else {
        outcome = program.conclude(memory);
      }
      memory.end(Node.End.FINISHED, outcome);
    } catch (Stop stop) {
      // the node says why
    } catch (Refused refused) {
      memory.endRefused(refused);
    }
  }

  private Node[] pathTo(Node node) {
    if (node.depth >= path.length) {
      path = new Node[2 * node.depth];
    }
    for (Node n = node; n != null; n = n.parent) {
      path[n.depth] = n;
    }
    return path;
  }

  /** What the running thread has written that is not shared. */
  OwnMemory own() {
    return owns.computeIfAbsent(
        memory.asides().written(), written -> new OwnMemory(owns.size() + 1, written));
  }
}
