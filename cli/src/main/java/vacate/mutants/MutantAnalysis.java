// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vacate.barriers.Reason;
import vacate.claim.Mutated;
import vacate.explorer.Deadline;
import vacate.explorer.model.MemoryModel;
import vacate.scene.Scenario;
import vacate.universe.Play;

/**
 * All mutants of the corrected protocol before all scenarios of up to some operations and
 * interrupts. It takes hours, so it says how far it is, and keeps what it has found.
 */
public final class MutantAnalysis {
  /** The most operations and interrupts of a scenario together. */
  public static final int MOST = Grounds.MOST;

  private final MemoryModel model;
  private final List<Variant> mutants;
  private final List<Scenario> scenarios;
  private final MutantSweep sweep;
  private final List<Tried> tried = new ArrayList<>();
  private IOException trouble;

  /**
   * @param size how many operations and interrupts a scenario has at most; 0 for some few scenarios
   * @param most scenarios with more executions in the protocol as it is are left out
   * @param only which mutants: those in whose line it is found; null for all
   */
  public MutantAnalysis(MemoryModel model, int size, long most, Pattern only, Deadline deadline) {
    this.model = model;
    ClassLoader classes = Play.class.getClassLoader();
    Mutants changes = new Mutants(classes);
    List<Variant> all = new ArrayList<>(changes.reordered());
    all.addAll(changes.leftOut());
    all.addAll(new Weakened(classes).all(Grounds.REACHING));
    mutants =
        all.stream()
            .filter(m -> only == null || only.matcher(m.id() + " " + m.text()).find())
            .toList();
    scenarios = size == 0 ? Grounds.quick() : Grounds.upTo(size);
    sweep = new MutantSweep(model, scenarios, most, deadline);
  }

  /** How many mutants there are, before it runs; then how many of them there was cause to try. */
  public int mutants() {
    return tried.isEmpty() ? mutants.size() : tried.size();
  }

  /** How many scenarios each is put before. */
  public int scenarios() {
    return scenarios.size();
  }

  /**
   * Tries all of which nothing is known.
   *
   * @param file where that is kept; null for nowhere
   * @param status is told how far it is
   * @throws IOException if something could not be kept
   */
  public void run(int jobs, FateFile file, Consumer<String> status) throws IOException {
    Map<String, Fate> fates = file == null ? new HashMap<>() : file.known();
    int[] done = {0, 0};
    Consumer<Fate> each =
        fate -> {
          keep(file, fate);
          done[1] += fate.isKilled() ? 1 : 0;
          status.accept(++done[0] + " mutants tried, " + done[1] + " killed");
        };
    List<Variant> wholes = mutants.stream().filter(m -> whole(m) == null).toList();
    run(wholes, jobs, fates, each);
    List<Variant> parts =
        mutants.stream()
            .filter(m -> whole(m) != null)
            .filter(m -> !fates.containsKey(m.partOf()) || fates.get(m.partOf()).isKilled())
            .toList();
    run(parts, jobs, fates, each);
    for (Variant mutant : mutants) {
      if (wholes.contains(mutant) || parts.contains(mutant)) {
        tried.add(new Tried(mutant, fates.get(mutant.id()), why(mutant)));
      }
    }
    if (trouble != null) {
      throw trouble;
    }
  }

  /** That of which it is a part, if that is tried; null if not. */
  private Variant whole(Variant mutant) {
    return mutants.stream().filter(m -> m.id().equals(mutant.partOf())).findFirst().orElse(null);
  }

  private void run(List<Variant> some, int jobs, Map<String, Fate> fates, Consumer<Fate> each) {
    List<Variant> todo = some.stream().filter(m -> !fates.containsKey(m.id())).toList();
    fates.putAll(sweep.run(todo, jobs, each));
  }

  /** A part may survive where the whole does not. */
  private static Optional<Why> why(Variant mutant) {
    if (mutant.partOf() != null) {
      return Optional.of(
          new Why(
              Survival.Kind.EQUIVALENT,
              "the rest of the call orders the same; without any of it, it is killed"));
    }
    Optional<Why> said = Survival.of(mutant).map(s -> new Why(s.kind, s.sentence));
    return mutant.kind() == Variant.Kind.REORDERED
        ? said
        : said.or(
            () ->
                Reason.why(mutant.function(), mutant.what())
                    .map(sentence -> new Why(Survival.Kind.EQUIVALENT, sentence)));
  }

  private void keep(FateFile file, Fate fate) {
    try {
      if (file != null) {
        file.add(fate);
      }
    } catch (IOException e) {
      trouble = e;
      stop();
    }
  }

  /** Ends all that is at work soon, and begins no other; from any thread. */
  public void stop() {
    sweep.stop();
  }

  /** Whether it was stopped before it was at its end. */
  public boolean isStopped() {
    return sweep.isStopped();
  }

  /** What the explorer itself failed in; those mutants count as not tried. */
  public List<Throwable> faults() {
    return sweep.faults();
  }

  /** How many were killed. */
  public long killed() {
    return tried.stream().filter(Tried::isKilled).count();
  }

  /** How many survive, and are as good as the protocol. */
  public long equivalent() {
    return tried.stream().filter(t -> t.survivesBecause(Survival.Kind.EQUIVALENT)).count();
  }

  /** How many survive, and it is known what would show them. */
  public long unseen() {
    return tried.stream().filter(t -> t.survivesBecause(Survival.Kind.UNSEEN)).count();
  }

  /** How many survive, and nobody has said why. */
  public long unexplained() {
    return tried.stream().filter(Tried::isUnexplained).count();
  }

  /** How many were not tried. */
  public long untried() {
    return tried.stream().filter(t -> t.fate() == null).count();
  }

  /** What became of each, as a table. */
  public List<String> table() {
    return new TriedTable(tried).lines();
  }

  /** The same as findings. */
  public List<Mutated> findings() {
    return tried.stream().map(t -> t.finding(model)).toList();
  }
}
