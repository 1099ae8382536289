// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import vacate.explorer.Barriers;
import vacate.explorer.Bounds;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.weaken.Substitution;

/** A test, ready to be explored with one thing changed at a time. */
final class Subject {
  final String name;
  final Barriers barriers;

  Subject(StressTest test, ClassLoader loader) {
    name = test.name();
    barriers = new Barriers(test, loader, Bounds.DEFAULT);
  }

  /** The test with other access modes. */
  Mutant.Trial with(Modes modes) {
    return new Changed(
        name,
        models -> barriers.judge(modes, models),
        (model, token) -> barriers.replay(modes, model, token));
  }

  /** The test with one class in the place of another. */
  Mutant.Trial with(Substitution substitution) {
    return new Changed(
        name,
        models -> barriers.judge(substitution, models),
        (model, token) -> barriers.replay(substitution, model, token));
  }

  private record Changed(
      String test,
      Function<List<MemoryModel>, Map<MemoryModel, Barriers.Finding>> judge,
      BiFunction<MemoryModel, String, Witness> replay)
      implements Mutant.Trial {
    @Override
    public Map<MemoryModel, Barriers.Finding> judge(List<MemoryModel> models) {
      return judge.apply(models);
    }

    @Override
    public Witness replay(MemoryModel model, String token) {
      return replay.apply(model, token);
    }
  }
}
