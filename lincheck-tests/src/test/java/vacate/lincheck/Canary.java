// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/** Runs a primitive through the same exploration as the scenarios, and notes all that is seen. */
public final class Canary {
  private final Supplier<Primitive> maker;
  private final Grain grain;

  /** What the actor that looks saw, over all runs. */
  final Set<Integer> seen = new TreeSet<>();

  /** What was there at the end, over all runs. */
  final Set<Integer> ended = new TreeSet<>();

  Canary(Supplier<Primitive> maker, Grain grain) {
    this.maker = maker;
    this.grain = grain;
  }

  /** Explores that many runs. */
  void explore(int runs) {
    List<List<Actor>> actors =
        List.of(List.of(actor("change", 0)), List.of(actor("change", 1)), List.of(actor("look")));
    ModelCheckingOptions settings =
        new ModelCheckingOptions()
            .iterations(0)
            .invocationsPerIteration(runs)
            .minimizeFailedScenario(false)
            .verifier(Noting.class)
            .addCustomScenario(
                new ExecutionScenario(
                    List.of(actor("arrange", this)), actors, List.of(actor("look")), null));
    grain.guarantees().forEach(settings::addGuarantee);
    new InterleavingOptions(settings, make()).check(CanaryScene.class);
  }

  Primitive make() {
    return maker.get();
  }

  private void note(ExecutionResult results) {
    seen.add(value((ValueResult) results.getParallelResultsWithClock().get(2).get(0).getResult()));
    ended.add(value((ValueResult) results.getPostResults().get(0)));
  }

  private static int value(ValueResult result) {
    return (Integer) result.getValue();
  }

  private static Actor actor(String name, Object... arguments) {
    return new Actor(
        Stream.of(CanaryScene.class.getMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow(),
        List.of(arguments));
  }

  /** Accepts every run and has its canary note it. */
  public static final class Noting implements Verifier {
    public Noting(Class<?> sequentialSpecification) {}

    @Override
    public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
      ((Canary) scenario.getInitExecution().get(0).getArguments().get(0)).note(results);
      return true;
    }
  }
}
