// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.weave.JdkUse;

/** What a search of one test comes to under each model. */
final class Conclusions {
  private final StressTest test;
  private final ClassLoader loader;
  private final Settings settings;
  private final Modes modes;
  private final DoubleSupplier millis;

  /** What was found under one model was found under others, and is done again once. */
  private final Set<Object> repeated = new HashSet<>();

  /**
   * @param millis that the search, and what is concluded, has taken
   */
  Conclusions(
      StressTest test, ClassLoader loader, Settings settings, Modes modes, DoubleSupplier millis) {
    this.test = test;
    this.loader = loader;
    this.settings = settings;
    this.modes = modes;
    this.millis = millis;
  }

  /** The test is not judged. */
  Result notRun(MemoryModel model, String why) {
    return notRun(model, why, millis.getAsDouble());
  }

  /** The test was not judged by a search that took so long. */
  Result notRun(MemoryModel model, String why, double took) {
    return new Result(test.call(), model, Verdict.NOT_RUN, why, 0, 0, took, null, List.of());
  }

  /** Nothing can be told of what was found. */
  Result bounded(MemoryModel model, String why, long executions, long blocked) {
    return new Result(
        test.call(),
        model,
        Verdict.BOUNDED,
        why,
        executions,
        blocked,
        millis.getAsDouble(),
        null,
        List.of());
  }

  /**
   * What was found.
   *
   * @param why not every execution was visited; null if every one was
   * @param replays of the search's program; null if an earlier run has searched
   * @throws Refused if an execution that is done again does what it did not do before
   * @throws NotDeterministic likewise
   */
  Result of(ModelTally tally, String why, Replays replays) {
    MemoryModel model = tally.model();
    WovenTest program = replays == null ? null : replays.program();
    Rebuilder rebuilder = new Rebuilder(test, loader, model, settings, modes, replays);
    List<Outcome> outcomes = outcomes(tally, rebuilder, program != null);
    List<Monitored> monitored = tally.monitored(rebuilder);
    LoadBuffering buffering = tally.loadBuffering(program, why == null);
    rebuilder.forget();
    boolean refutes = outcomes.stream().anyMatch(Outcome::refutes);
    return new Result(
        test.call(),
        model,
        refutes ? Verdict.REFUTED : why != null ? Verdict.BOUNDED : Verdict.PROVED,
        why,
        tally.executions(),
        tally.mirrored(),
        tally.blocked(),
        millis.getAsDouble(),
        assumption(tally),
        outcomes,
        monitored,
        buffering,
        null);
  }

  private String assumption(ModelTally tally) {
    List<String> assumed = new ArrayList<>();
    boolean ofLanguage = tally.model().letsReadsBeHoisted();
    if (test.footing().jdk() != JdkUse.AS_IT_IS) {
      String code = "java.util as implemented by JDK " + System.getProperty("java.version");
      // it reads references plainly
      assumed.add(ofLanguage ? code + ", compiled with its data dependencies kept" : code);
    }
    if (test.keepsDependencies() && ofLanguage) {
      assumed.add("a compiler that keeps the data dependencies of the test");
    }
    if (tally.assumption() != null) {
      assumed.add(tally.assumption());
    }
    return assumed.isEmpty() ? null : String.join("; ", assumed);
  }

  /**
   * The witnesses of the outcomes that will be shown are made while the program is at hand; that
   * also sees whether the test does the same thing twice.
   *
   * @param isAtHand whether it is; else an earlier run has seen to that
   */
  private List<Outcome> outcomes(ModelTally tally, Rebuilder rebuilder, boolean isAtHand) {
    List<Outcome> outcomes = new Grades(test).of(tally.found().found(), rebuilder);
    if (!isAtHand) {
      return outcomes;
    }
    if (settings.witnessesLater()) {
      tally.found().found().entrySet().stream()
          .limit(Detail.FEW)
          .filter(found -> repeated.add(found.getKey())) // under no model it does anything else
          .forEach(found -> rebuilder.repeat(found.getValue().smallest(), found.getKey()));
      firstOfEachFault(outcomes).forEach(o -> o.witness().rebuilt());
      return outcomes;
    }
    Detail.BRIEF.shown(outcomes).stream()
        .filter(o -> !o.isImpossible())
        .forEach(o -> o.witness().rebuilt());
    return outcomes;
  }

  /** Of those that refute, the first of each description. */
  private static Collection<Outcome> firstOfEachFault(List<Outcome> outcomes) {
    Map<String, Outcome> first = new LinkedHashMap<>();
    outcomes.stream().filter(Outcome::refutes).forEach(o -> first.putIfAbsent(o.description(), o));
    return first.values();
  }
}
