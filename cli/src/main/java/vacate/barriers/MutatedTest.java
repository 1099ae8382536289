// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.Bounds;
import vacate.explorer.Inspection;
import vacate.explorer.Result;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.weaken.Change;

/** A test, ready to be explored with one thing changed at a time. */
final class MutatedTest {
  /** Many times what a test has that can show a mutant. */
  private static final Bounds TOLD = new Bounds(Bounds.DEFAULT.loop(), 50_000);

  final StressTest test;
  final BarrierAnalysis barriers;

  MutatedTest(StressTest test, ClassLoader loader) {
    this.test = test;
    barriers = new BarrierAnalysis(test, loader, Bounds.DEFAULT);
  }

  /** The test with other access modes. */
  Mutant.Trial with(Modes modes) {
    return new Changed(
        this,
        models -> barriers.judge(modes, models),
        model -> barriers.explore(modes, model, TOLD),
        () -> barriers.inspect(modes));
  }

  /** The test with other code. */
  Mutant.Trial with(Change change) {
    return new Changed(
        this,
        models -> barriers.judge(change, models),
        model -> barriers.explore(change, model, TOLD),
        () -> barriers.inspect(change));
  }

  private record Changed(
      MutatedTest subject,
      Function<List<MemoryModel>, Map<MemoryModel, BarrierAnalysis.Judgement>> judge,
      Function<MemoryModel, Result> explore,
      Supplier<Inspection> inspect)
      implements Mutant.Trial {
    @Override
    public StressTest test() {
      return subject.test;
    }

    @Override
    public Map<MemoryModel, BarrierAnalysis.Judgement> judge(List<MemoryModel> models) {
      return judge.apply(models);
    }

    @Override
    public Result explore(MemoryModel model) {
      return explore.apply(model);
    }

    @Override
    public Set<String> known(MemoryModel model) {
      return subject.barriers.unchanged(model).outcomeIds();
    }

    @Override
    public Inspection look() {
      return inspect.get();
    }
  }
}
