// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import vacate.claim.Interleaved;
import vacate.explorer.Verdict;
import vacate.scene.Operation;

/**
 * Judges scenarios with Lincheck's model checking: interleavings, sequentially consistent; a
 * missing barrier is nothing that it could see.
 *
 * <ul>
 *   <li>PROVED: every interleaving at the scenario's grain was run.
 *   <li>BOUNDED: the budget was spent; every interleaving with up to {@code depth} switches was
 *       run, and some with one more.
 *   <li>REFUTED: a run went wrong, in the way that was sought if one was; the witness is a file
 *       with the run, step by step.
 * </ul>
 */
public final class LincheckJudge {
  /**
   * What the JVM that judges is started with. Without them Lincheck works, and warns: of its own
   * agent, and that it cannot look into records and lambdas, through which it need not look.
   */
  public static List<String> jvmFlags() {
    List<String> flags = new ArrayList<>();
    flags.add("-Xshare:off");
    flags.add("-XX:+EnableDynamicAgentLoading");
    flags.add("-Dlincheck.logLevel=ERROR");
    if (Runtime.version().feature() >= 23) {
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return List.copyOf(flags);
  }

  /**
   * Turns of a loop after which Lincheck believes that an actor is stuck. The default of 50 calls a
   * lock stuck whose holder was preempted five times.
   */
  private static final int LOOP_BOUND = 1_000;

  /** Runs that a scenario of anybody's gets in a quick judgement. */
  public static final int TYPED = 20_000;

  private final Path traces;

  /**
   * @param traces directory for the runs that went wrong; made when there is one
   */
  public LincheckJudge(Path traces) {
    this.traces = traces;
  }

  /** All scenarios, always in the same order. Their names are unique. */
  public static List<Trial> trials() {
    return Trials.all();
  }

  /**
   * Judges one scenario.
   *
   * @throws UncheckedIOException if a trace cannot be written
   */
  public Interleaved judge(Trial trial, Budget budget) {
    return judge(trial, budget.runs(trial));
  }

  /**
   * Judges one scenario.
   *
   * @param runs how many runs it gets at most
   * @throws UncheckedIOException if a trace cannot be written
   */
  public Interleaved judge(Trial trial, int runs) {
    return judge(trial.staging(), trial::isSought, runs).finding(trial.question());
  }

  /**
   * Judges what is staged.
   *
   * @param sought which faults refute it; others end it all the same
   * @param runs how many runs it gets at most
   * @throws UncheckedIOException if a trace cannot be written
   */
  public Ruled judge(Staging staging, Predicate<Fault> sought, int runs) {
    Experiment experiment = new Experiment(staging, sought);
    InterleavingOptions exploration =
        new InterleavingOptions(settings(experiment, runs), staging.setUp());
    long start = System.nanoTime();
    String trace = null;
    try {
      exploration.check(TestedScene.class);
    } catch (LincheckAssertionError wrong) {
      trace = wrong.getMessage();
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    int depth = exploration.depth();
    Interleaved.Extent extent = new Interleaved.Extent(experiment.runs(), depth);
    if (trace == null) {
      boolean exhausted = exploration.isExhausted();
      return new Ruled(
          exhausted ? Verdict.PROVED : Verdict.BOUNDED,
          extent,
          null,
          exhausted
              ? "exhausted: no interleaving at this grain is left"
              : "the budget of " + runs + " runs is spent",
          millis);
    }
    Fault fault = experiment.fault() == null ? hang(trace) : experiment.fault();
    boolean asSought = sought.test(fault);
    return new Ruled(
        asSought ? Verdict.REFUTED : Verdict.BOUNDED,
        extent,
        keep(staging, fault + "\n" + trace),
        asSought ? fault.toString() : "stopped by " + fault,
        millis);
  }

  /** What is wrong if no run was handed to the verifier as wrong: it did not come to its end. */
  private static Fault hang(String trace) {
    return new Fault(Fault.HANG, trace.strip().lines().findFirst().orElse(""));
  }

  private String keep(Staging staging, String text) {
    Path file = traces.resolve(staging.name() + ".txt");
    try {
      Files.createDirectories(traces);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  private static ModelCheckingOptions settings(Experiment experiment, int runs) {
    ModelCheckingOptions settings =
        new ModelCheckingOptions()
            .iterations(0)
            .invocationsPerIteration(runs)
            .minimizeFailedScenario(false)
            .loopBound(LOOP_BOUND)
            .verifier(ExperimentVerifier.class)
            .addCustomScenario(toLincheck(experiment));
    experiment.staging.guarantees().forEach(settings::addGuarantee);
    return settings;
  }

  private static ExecutionScenario toLincheck(Experiment experiment) {
    Actor arrange = new Actor(method("arrange"), List.of(experiment));
    List<List<Actor>> actors = new ArrayList<>();
    for (List<Operation> cpu : experiment.staging.scenario().cpus()) {
      actors.add(List.of(toActor(actors.size(), cpu.get(0))));
    }
    Actor ended = new Actor(method("ended"), List.of());
    return new ExecutionScenario(List.of(arrange), actors, List.of(ended), null);
  }

  private static Actor toActor(int cpu, Operation operation) {
    List<Object> arguments =
        operation.slot() == Operation.NONE ? List.of(cpu) : List.of(cpu, operation.slot());
    return new Actor(method(operation.kind().toString()), arguments);
  }

  private static Method method(String name) {
    return Stream.of(TestedScene.class.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
