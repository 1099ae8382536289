// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.graph.Graph;
import vacate.explorer.heap.Site;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.Axioms;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.monitor.Observed;
import vacate.explorer.search.Decisions;
import vacate.explorer.search.Wait;

/** What a search has come to under one memory model: of all executions those that it allows. */
final class ModelTally {
  private final StressTest test;
  private final MemoryModel model;
  private final Axioms axioms;
  private final OutcomeTally found;
  private final Tearing tearing;
  private final LoadBufferingTally buffering = new LoadBufferingTally();
  private final WovenTest program;

  /** What it is known to rest on because of what the JVM might have chosen otherwise; or null. */
  private String chosen;

  private final Settings settings;
  private final List<MonitorTally<?>> monitored;
  private final Observed observed;
  private long complete;
  private long mirrored;
  private long blocked;
  private String cutOff;

  /** A location that a waiting loop reads plainly, where going on depends on that; or null. */
  private String repeated;

  ModelTally(StressTest test, MemoryModel model, WovenTest program, Settings settings) {
    this.test = test;
    this.model = model;
    found = new OutcomeTally(model);
    this.program = program;
    this.settings = settings;
    axioms = model.axioms();
    monitored = MonitorTally.of(settings.monitors());
    observed = new Observed(new Code(program));
    tearing = new Tearing(program);
  }

  private record Code(WovenTest program) implements Observed.Code {
    @Override
    public Location location(int location) {
      return program.location(location);
    }

    @Override
    public int cell(String path) {
      return program.cell(path);
    }

    @Override
    public List<Frame> stack(Graph g, int event) {
      return Decisions.site(g, event) instanceof Site site ? site.stack() : List.of();
    }
  }

  /** One for the same, that has counted nothing. */
  ModelTally another() {
    return new ModelTally(test, model, program, settings);
  }

  MemoryModel model() {
    return model;
  }

  /** Whether the model allows an execution that a weaker one allows. */
  boolean allows(Graph execution) {
    return axioms.hold(execution);
  }

  /** Another search begins, and what was counted is void. */
  void clear() {
    found.clear();
    monitored.forEach(MonitorTally::clear);
    buffering.clear();
    complete = 0;
    mirrored = 0;
    blocked = 0;
    cutOff = null;
    repeated = null;
  }

  /** Another search begins, which may come to less. */
  void setAside() {
    found.setAside();
    monitored.forEach(MonitorTally::setAside);
    buffering.setAside();
  }

  /** Counts what was set aside and has not come again. */
  void recall() {
    found.recall();
    monitored.forEach(MonitorTally::recall);
    buffering.recall();
  }

  /** A thread was cut off in the execution that comes next. */
  void bounded(String why) {
    cutOff = cutOff == null ? why : cutOff;
  }

  void complete(Graph graph, Object outcome) {
    complete++;
    watch(graph);
    found.count(graph, outcome);
  }

  /** The same of the mirror image of the one before. */
  void completeImage(Supplier<Graph> image, Object outcome) {
    complete++;
    mirrored++;
    if (tearing.isLooking()) {
      tearing.watch(image.get()); // a long may be there what an int was in the other
    }
    found.countImage(image, outcome);
  }

  /** What was counted last was the mirror image of the one before. */
  void wasImage() {
    mirrored++;
  }

  /** Whether it has to be shown every execution, since nobody knows what somebody sees in it. */
  boolean isWatched() {
    return !monitored.isEmpty();
  }

  private void watch(Graph graph) {
    tearing.watch(graph);
    if (model.allowsLoadBuffering()) {
      buffering.watch(graph);
    }
  }

  /**
   * Shows an execution to the monitors, who say the same of it under each model that allows it.
   *
   * @param outcome null if it has none
   */
  List<List<?>> observe(Graph graph, Monitor.Besides how, Object outcome) {
    List<List<?>> seen = new ArrayList<>();
    if (!monitored.isEmpty()) {
      observed.observe(graph, outcome);
      monitored.forEach(m -> seen.add(m.see(observed, how)));
    }
    return seen;
  }

  /** Keeps what {@link #observe} has said, of this model or a weaker one. */
  void keep(List<List<?>> seen, Graph graph, Object outcome) {
    for (int i = 0; i < monitored.size(); i++) {
      monitored.get(i).keep(seen.get(i), graph, outcome);
    }
  }

  /** Counts an execution in which threads wait; returns its outcome if they do so for ever. */
  Object blocked(Graph graph, Wait wait) {
    blocked++;
    Object outcome = wait.isForEver() ? test.termination() ? Grades.STALE : Grades.DEADLOCK : null;
    if (wait.location() >= 0) {
      if (model.letsReadsBeHoisted() && test.termination()) {
        outcome = Grades.STALE;
      } else if (repeated == null) {
        repeated = program.location(wait.location()).toString();
      }
    }
    watch(graph);
    if (outcome != null) {
      found.count(graph, outcome);
    }
    return outcome;
  }

  /** Whether there is an execution in which threads wait for ever. */
  boolean isAnyForEver() {
    return found.found().containsKey(Grades.DEADLOCK) || found.found().containsKey(Grades.STALE);
  }

  /** Counts what another has, of executions that come later. */
  void add(ModelTally later) {
    complete += later.complete;
    mirrored += later.mirrored;
    blocked += later.blocked;
    found.add(later.found);
    for (int i = 0; i < monitored.size(); i++) {
      monitored.get(i).add(later.monitored.get(i));
    }
    tearing.add(later.tearing);
    buffering.add(later.buffering);
    cutOff = cutOff == null ? later.cutOff : cutOff;
    repeated = repeated == null ? later.repeated : repeated;
  }

  long executions() {
    return complete;
  }

  /** Of them those that were not searched for: mirror images of others. */
  long mirrored() {
    return mirrored;
  }

  long blocked() {
    return blocked;
  }

  /** Why a thread was cut off in some execution, or null. */
  String cutOff() {
    return cutOff;
  }

  OutcomeTally found() {
    return found;
  }

  /** What the monitors have found, with witnesses that are made now unless nobody asks yet. */
  List<Monitored> monitored(Rebuilder rebuilder) {
    List<Monitored> all = new ArrayList<>();
    for (MonitorTally<?> tally : monitored) {
      Monitored found = tally.conclude(program, rebuilder);
      if (!settings.witnessesLater() || tally.findsFaults()) {
        found.violations().stream().flatMap(v -> v.witnesses().stream()).forEach(Witness::rebuilt);
      }
      all.add(found);
    }
    return all;
  }

  /**
   * Whether there is load buffering; null under a model that has none.
   *
   * @param searched the program; null if it does not {@linkplain #needsProgram take that}
   * @param exhausted whether every execution was visited
   */
  LoadBuffering loadBuffering(WovenTest searched, boolean exhausted) {
    return model.allowsLoadBuffering() ? buffering.conclude(searched, exhausted) : null;
  }

  /** What a verdict rests on besides the model, or null. */
  String assumption() {
    List<String> assumed = new ArrayList<>();
    if (tearing.assumption() != null) {
      assumed.add(tearing.assumption());
    }
    if (repeated != null) {
      assumed.add(
          "reads are repeated: "
              + repeated
              + " is read plainly by a loop that waits for it, and a compiler may read it once");
    }
    if (chosen() != null) {
      assumed.add(chosen());
    }
    return assumed.isEmpty() ? null : String.join("; ", assumed);
  }

  private String chosen() {
    Set<String> all = new LinkedHashSet<>();
    if (chosen != null) {
      all.addAll(List.of(chosen.split("; ")));
    }
    if (program != null) {
      all.addAll(program.machine().assumptions());
    }
    return all.isEmpty() ? null : String.join("; ", all);
  }

  // ---- how far it is

  void save(Lines state) {
    state.put(
        "tally",
        model.id(),
        complete,
        blocked,
        cutOff,
        repeated,
        tearing.raced(),
        chosen(),
        mirrored);
    found.save(state);
    buffering.save(state);
  }

  void restore(Lines state) {
    Lines.Words kept = state.take("tally", 8);
    if (!model.id().equals(kept.text(0))) {
      throw new IllegalArgumentException("not of " + model.id());
    }
    complete = kept.number(1);
    blocked = kept.number(2);
    cutOff = kept.text(3);
    repeated = kept.text(4);
    tearing.knows(kept.text(5));
    chosen = kept.text(6);
    mirrored = kept.number(7);
    found.restore(state);
    buffering.restore(state);
  }

  /** Whether it takes the program to say what was found. */
  boolean needsProgram() {
    return buffering.needsProgram();
  }
}
