// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vacate.explorer.Barriers;
import vacate.explorer.Witness;
import vacate.explorer.model.MemoryModel;

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
    /** The test's name. */
    String test();

    /** What comes of it under each model that can matter, of those asked for. */
    Map<MemoryModel, Barriers.Finding> judge(List<MemoryModel> models);

    /** See {@link Barriers#replay}. */
    Witness replay(MemoryModel model, String token);
  }

  /** What its tests say together; a model that needs it in one test is not asked again. */
  Line judge(List<MemoryModel> models) {
    Map<MemoryModel, Cell> cells = new EnumMap<>(MemoryModel.class);
    models.forEach(m -> cells.put(m, Cell.NONE));
    for (Trial trial : trials) {
      List<MemoryModel> open =
          models.stream().filter(m -> cells.get(m).need() != Barriers.Need.NEEDED).toList();
      trial.judge(open).forEach((m, f) -> cells.compute(m, (k, c) -> c.with(trial.test(), f)));
    }
    return new Line(id, function, place, what, to, cells, null);
  }

  /** The execution that a token stands for, in whichever test and model it was made. */
  Optional<Witness> replay(List<MemoryModel> models, String token) {
    for (Trial trial : trials) {
      for (MemoryModel model : models) {
        try {
          return Optional.of(trial.replay(model, token));
        } catch (IllegalArgumentException another) {
          // the next one
        }
      }
    }
    return Optional.empty();
  }
}
