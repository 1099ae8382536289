// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Replay;
import vacate.explorer.search.Token;

/**
 * Runs the code of single executions once more, now asking where each event is. While the search's
 * own program is at hand it takes that. Later it weaves the test anew, once for all that is asked:
 * the programs of all tests of a jar would take far more room than their results.
 */
final class Rebuilder {
  private final StressTest test;
  private final ClassLoader loader;
  private final MemoryModel model;
  private final Settings settings;
  private final Modes modes;
  private Replays searched;
  private WovenTest anew;

  /**
   * @param searched of the search's own program; null if that is not at hand
   */
  Rebuilder(
      StressTest test,
      ClassLoader loader,
      MemoryModel model,
      Settings settings,
      Modes modes,
      Replays searched) {
    this.test = test;
    this.loader = loader;
    this.model = model;
    this.settings = settings;
    this.modes = modes;
    this.searched = searched;
  }

  /**
   * A witness that is rebuilt when it is first asked for.
   *
   * @param choices as of {@link Token#choices}
   */
  Witness witness(int[][] choices, Object outcome) {
    String id = outcome.toString();
    return new Witness(
        () -> rebuild(choices, id), new Mending(test, loader, model, settings, modes));
  }

  /**
   * The same, of an execution of whose outcome nobody asks what forbids it.
   *
   * @param outcome null if it has none
   */
  Witness unexplained(int[][] choices, Object outcome) {
    String id = outcome == null ? null : outcome.toString();
    return new Witness(() -> rebuild(choices, id), null);
  }

  /**
   * Lets the search's program do again what it did in an execution.
   *
   * @throws Refused if it does what it did not do before, or comes to something else
   * @throws NotDeterministic likewise
   */
  void repeat(int[][] choices, Object outcome) {
    Object again = searched.outcome(choices);
    if (again != null && !again.equals(outcome)) {
      throw new Refused("not deterministic: what came to " + outcome + " came to " + again);
    }
  }

  /** The search's program is no longer at hand. */
  synchronized void forget() {
    searched = null;
  }

  /**
   * @throws Refused if the search's program does now what it did not do before
   * @throws NotDeterministic likewise
   */
  private synchronized Witness.Rebuilt rebuild(int[][] choices, String outcome) {
    if (searched != null) {
      return told(searched.program(), searched.located(choices), outcome);
    }
    try {
      if (anew == null) {
        anew = new WovenTest(test, loader, settings.bounds().loop(), modes);
      }
      return Replay.of(anew.tape(), choices, execution -> isIt(execution, outcome))
          .map(execution -> told(anew, execution, outcome))
          .orElseThrow(this::changed);
    } catch (Refused | NotDeterministic e) {
      throw changed(e);
    }
  }

  private static boolean isIt(Replay.Replayed execution, String outcome) {
    return execution.outcome() == null || execution.outcome().toString().equals(outcome);
  }

  private Witness.Rebuilt told(WovenTest program, Replay.Replayed execution, String outcome) {
    Linearization order = new Linearization(model);
    order.arrange(execution.execution(), Long.MAX_VALUE);
    return new Witness.Rebuilt(
        Token.of(
            execution.execution(),
            Exploration.program(test, loader, model, modes),
            test.footing().text()),
        Transcript.of(program, execution.execution(), order, outcome));
  }

  private IllegalStateException changed() {
    return changed(null);
  }

  private IllegalStateException changed(RuntimeException why) {
    return new IllegalStateException(test.name() + " is not what it was when explored", why);
  }
}
