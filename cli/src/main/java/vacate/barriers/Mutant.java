// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.Inspection;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.story.Diagnosis;
import vacate.story.Story;

/**
 * One thing changed, and the tests that may notice.
 *
 * @param id names it on the command line
 * @param function the kernel function, or the method where it is nobody's
 * @param place file and line, or the class that does without
 * @param what stands there
 * @param to what stands there instead
 * @param trials the tests, each with the models under which it may notice
 */
record Mutant(
    String id, String function, String place, String what, String to, List<Trial> trials) {

  /** The change made in one test. */
  interface Trial {
    /** The test as it is. */
    StressTest test();

    /** What comes of it under each model that can matter, of those asked for. */
    Map<MemoryModel, BarrierAnalysis.Judgement> judge(List<MemoryModel> models);

    /** All executions of the changed test, up to a bound. */
    Result explore(MemoryModel model);

    /** The outcomes of the test as it is. */
    Set<String> known(MemoryModel model);

    /** Into the changed test, before anything has run. */
    Inspection look();
  }

  /** What its tests say together; a model that needs it in one test is not asked again. */
  MutantResult judge(List<MemoryModel> models) {
    Map<MemoryModel, ModelResult> cells = new EnumMap<>(MemoryModel.class);
    models.forEach(m -> cells.put(m, ModelResult.NONE));
    for (Trial trial : trials) {
      List<MemoryModel> open =
          models.stream().filter(m -> cells.get(m).need() != BarrierAnalysis.Need.NEEDED).toList();
      trial
          .judge(open)
          .forEach((m, f) -> cells.compute(m, (k, c) -> c.with(trial.test().name(), f)));
    }
    return new MutantResult(id, function, place, what, to, cells, null);
  }

  /**
   * The shortest execution in which a test shows that it needs what is changed, under the strongest
   * model that has one; empty if none does.
   *
   * @param line what this came to
   */
  Optional<Kill> tell(MutantResult line) {
    MemoryModel model = line.neededUnder();
    if (model == null) {
      return Optional.empty();
    }
    ModelResult cell = line.cells().get(model);
    return trials.stream()
        .filter(trial -> trial.test().name().equals(cell.test()))
        .findFirst()
        .map(trial -> shortest(trial, model, cell));
  }

  private static Kill shortest(Trial trial, MemoryModel model, ModelResult cell) {
    Result all = trial.explore(model);
    Set<String> known = trial.known(model);
    Witness witness =
        all.outcomes().stream()
            .filter(o -> !o.isImpossible() && o.expect() == Expectation.FORBIDDEN)
            .filter(o -> !known.contains(o.id()))
            .map(Outcome::witness)
            .min(Story.SHORTEST)
            .orElse(cell.witness());
    return new Kill(
        Diagnosis.of(trial.look(), trial.test(), model, witness.token(), Progress.NONE), all);
  }

  /** The execution that a token stands for, in whichever test and model it was made. */
  Optional<Kill> replay(List<MemoryModel> models, String token) {
    for (Trial trial : trials) {
      for (MemoryModel model : models) {
        try {
          return Optional.of(
              new Kill(
                  Diagnosis.of(trial.look(), trial.test(), model, token, Progress.NONE), null));
        } catch (IllegalArgumentException another) {
          // the next one
        }
      }
    }
    return Optional.empty();
  }
}
