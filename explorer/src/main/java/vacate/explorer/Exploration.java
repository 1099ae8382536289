// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vacate.explorer.checkpoint.Checkpoints;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.heap.Site;
import vacate.explorer.jcstress.Footing;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenClasses;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.TooLong;
import vacate.explorer.weaken.Change;

/** One test under some models, in one pass, and what the outcomes that were found mean. */
final class Exploration {
  private static final String KEEPING = "keeping dependencies";

  private static final long MEGABYTE = 1 << 20;

  private final StressTest test;
  private final ClassLoader loader;
  private final Supplier<WovenClasses> classes;

  /** Each before all that it includes: the first is the one that the search is under. */
  private final List<MemoryModel> models;

  private final Settings settings;
  private final Modes modes;
  private final Watch watch;
  private final Stops stops;
  private final Exhaustion search;
  private final String name;

  private Stops.Enough enough;
  private String reason;
  private boolean refused;
  private boolean asksForThreads;
  private Foreknowledge wanted = Foreknowledge.NOTHING;

  /** Whether there was no more memory. */
  private boolean spent;

  /** Whether an earlier run has set it up, which has all that there is to say. */
  private boolean wasSetUp;

  /** What is to be said of setup, or of a class initialiser, that is left behind; null if none. */
  private String leftBehind;

  Exploration(
      StressTest test,
      ClassLoader loader,
      MemoryModel model,
      Bounds bounds,
      Progress progress,
      Modes modes,
      Watch watch) {
    this(test, loader, Set.of(model), Settings.of(bounds), progress, modes, watch);
  }

  /**
   * @param models one of which includes all others
   */
  Exploration(
      StressTest test,
      ClassLoader loader,
      Set<MemoryModel> models,
      Settings settings,
      Progress progress,
      Modes modes,
      Watch watch) {
    this(
        test,
        loader,
        () -> WovenClasses.forOne(loader, test.footing().jdk()),
        models,
        settings,
        progress,
        modes,
        watch);
  }

  /**
   * @param classes of which the first that it gives may have been used before
   */
  Exploration(
      StressTest test,
      ClassLoader loader,
      Supplier<WovenClasses> classes,
      Set<MemoryModel> models,
      Settings settings,
      Progress progress,
      Modes modes,
      Watch watch) {
    this.test = test;
    this.classes = classes;
    this.loader = loader;
    this.models = MemoryModel.weakestFirst(models);
    this.settings = settings;
    this.modes = modes;
    this.watch = watch;
    stops = new Stops(test, settings, watch);
    String dependencies = test.keepsDependencies() ? " " + KEEPING : "";
    String footing = test.footing().equals(Footing.FIRST) ? "" : " " + test.footing().text();
    name =
        test.call()
            + dependencies
            + footing
            + this.models.stream().map(m -> " " + m.id()).collect(Collectors.joining());
    Reporter reporter =
        new Reporter(test, loader, this.models.get(0), settings.bounds(), modes, progress);
    search =
        new Exhaustion(test, loader, this.models, settings, stops, reporter, this::woven, name);
  }

  private WovenTest woven() {
    WovenTest program =
        new WovenTest(
            test,
            classes.get(),
            settings.bounds().loop(),
            modes,
            settings.reductions(),
            stops::ends);
    stops.isSetUp();
    settings.monitors().forEach(m -> m.cells().forEach(program::find));
    if (watch.wantsSites() || settings.monitors().stream().anyMatch(Monitor::seesUnshared)) {
      program.tape().locate();
    } else if (!settings.monitors().isEmpty()) {
      program.tape().locate(program.cells());
    }
    return program;
  }

  /** The result under the model, or the weakest of them. */
  Result run() {
    return runAll().get(models.get(0));
  }

  /** The result under each model. */
  Map<MemoryModel, Result> runAll() {
    Optional<Lines> over =
        settings.checkpoints().find(name).filter(l -> l.isNext(Checkpoints.OVER));
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    boolean recalled = over.isPresent() && recalls(over.get(), results);
    if (!recalled) {
      results.clear();
      reason = null;
      wasSetUp = false;
      asksForThreads = false;
      spent = false;
      SearchThread thread = new SearchThread(test.name(), this::search);
      thread.run(stops, settings.deadline()).ifPresent(this::leave);
    }
    if (outlasts()) {
      return outlasted();
    }
    boolean keeps = !recalled && !spent && settings.checkpoints() != Checkpoints.NONE;
    Lines state = !keeps ? null : enough == null ? search.found() : search.state();
    search.conclude();
    Replays replays = search.program() == null ? null : new Replays(search.program());
    Conclusions conclusions = conclusions();
    for (MemoryModel model : models) {
      results.computeIfAbsent(model, m -> result(m, conclusions, replays));
    }
    if (keeps) {
      settings.checkpoints().keep(name, enough == null ? over(results, state) : state);
    }
    return results;
  }

  /** Setup, or a class initialiser, has not come to its end, and nobody waits for it. */
  private void leave(Throwable place) {
    String who = SearchThread.isInitializer(place) ? "a class initialiser" : "setup";
    leftBehind = stops.overtime(who) + ", and goes on unheeded, at " + Site.of(place);
  }

  /** Whether setup, or a class initialiser, has not come to its end. */
  boolean outlasts() {
    return leftBehind != null || refused && stops.haveEndedSetup();
  }

  /** Nothing is kept of that, but that there is something left to do. */
  private Map<MemoryModel, Result> outlasted() {
    String why = leftBehind != null ? leftBehind : reason;
    if (settings.checkpoints() != Checkpoints.NONE && settings.checkpoints().find(name).isEmpty()) {
      settings.checkpoints().keep(name, new Lines());
    }
    Map<MemoryModel, Result> results = new EnumMap<>(MemoryModel.class);
    models.forEach(m -> results.put(m, conclusions().bounded(m, why, 0, 0)));
    return results;
  }

  private Conclusions conclusions() {
    return new Conclusions(test, loader, settings, modes, search::millis);
  }

  /** What is known of a test of which there is no more to say. */
  private Lines over(Map<MemoryModel, Result> results, Lines found) {
    Lines state = new Lines();
    List<Result> notRun =
        results.values().stream().filter(r -> r.verdict() == Verdict.NOT_RUN).toList();
    state.put(
        Checkpoints.OVER,
        reason,
        isSetUp(),
        asksForThreads,
        wanted.text().isEmpty() ? null : wanted.text(),
        notRun.size());
    notRun.forEach(r -> state.put("not-run", r.model().id(), r.reason(), r.millis()));
    state.add(found);
    return state;
  }

  /** Returns false if the test does not do the same again. */
  private boolean recalls(Lines state, Map<MemoryModel, Result> results) {
    Lines.Words over = state.take(Checkpoints.OVER, 5);
    reason = over.text(0);
    wasSetUp = over.is(1);
    asksForThreads = over.is(2);
    wanted = over.text(3) == null ? Foreknowledge.NOTHING : Foreknowledge.parse(over.text(3));
    for (long left = over.number(4); left > 0; left--) {
      Lines.Words notRun = state.take("not-run", 3);
      MemoryModel model =
          models.stream().filter(m -> m.id().equals(notRun.text(0))).findFirst().orElseThrow();
      String why = notRun.text(1);
      double took = Double.parseDouble(notRun.text(2));
      results.put(model, conclusions().notRun(model, why, took));
    }
    return search.recall(state);
  }

  /**
   * Whether it was all that there is to say of the test: every execution was visited, but for loops
   * that were cut off; or no more is wanted, or there is no time for it.
   */
  boolean isSettled() {
    return search.isExhausted() || isCutShort();
  }

  /** Whether it would be judged if the test might start threads. */
  boolean asksForThreads() {
    return asksForThreads && test.footing().starters().more() != null;
  }

  /** What would have to be known before the actors run, for it to be judged. */
  Foreknowledge wanted() {
    return wanted;
  }

  /** Whether the test could be set up, so that actors ran. */
  boolean isSetUp() {
    return wasSetUp || !outlasts() && search.program() != null;
  }

  /** Whether it would say more if it had not been stopped. */
  boolean isCutShort() {
    return enough != null && enough.isFinal() || outlasts();
  }

  /** See {@link World#entered}; nothing is known if the test could not be set up. */
  Optional<Set<String>> entered() {
    return Optional.ofNullable(search.program()).map(program -> program.machine().entered());
  }

  /** The heap is as before the first actor ran, if the test could be set up. */
  void putBack() {
    if (search.program() != null) {
      search.program().machine().putBack();
    }
  }

  private void search() {
    try {
      search.run();
    } catch (Refused | NotDeterministic e) {
      refused = true;
      asksForThreads = e instanceof Refused r && r.asksForThreads();
      wanted = e instanceof Refused r ? r.wanted() : Foreknowledge.NOTHING;
      reason = e.getMessage();
    } catch (Stops.Enough e) {
      enough = e;
    } catch (TooLong e) {
      reason = e.getMessage();
    } catch (OutOfMemoryError e) {
      spent = true;
      reason = spent();
    }
  }

  private static String spent() {
    long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
    return "stopped early, " + most + " MB of memory are not enough (-Xmx)";
  }

  private Result result(MemoryModel model, Conclusions conclusions, Replays replays) {
    ModelTally tally =
        search.tallies().stream().filter(t -> t.model() == model).findFirst().orElse(null);
    if (refused || tally == null) {
      return conclusions.notRun(model, reason);
    }
    if (search.program() != null
        && search.program().machine().hasLongWaits()
        && tally.isAnyForEver()) {
      wanted = wanted.plus(Foreknowledge.WAITS_END);
      return conclusions.notRun(model, "an actor waits for a minute or longer, and in vain");
    }
    try {
      return conclusions.of(tally, whyNotAll(tally), replays);
    } catch (Refused | NotDeterministic e) {
      // the search met every value once, and its witness is a second time
      wanted = e instanceof Refused r ? r.wanted() : wanted;
      return conclusions.notRun(model, e.getMessage());
    } catch (OutOfMemoryError e) { // what was found takes some to be told, too
      return conclusions.bounded(model, spent(), tally.executions(), tally.blocked());
    }
  }

  /** Why not every execution was visited; null if every one was. */
  private String whyNotAll(ModelTally tally) {
    String why = enough == null ? reason : enough.text(tally.executions() + tally.blocked());
    if (tally.cutOff() != null) {
      why = (why == null ? "" : why + "; ") + tally.cutOff();
    }
    return why == null && tally.found().found().isEmpty() ? "no execution came to its end" : why;
  }

  /** What a token is bound to, besides what the execution does. */
  static String program(StressTest test, ClassLoader loader, MemoryModel model, Modes modes) {
    String changed = modes == Modes.DECLARED ? "" : " with " + modes;
    String replaced = loader instanceof Change ? " with " + loader : "";
    String dependencies = test.keepsDependencies() ? " " + KEEPING : "";
    return test.call() + " " + model.id() + changed + replaced + dependencies;
  }
}
