// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vacate.explorer.jcstress.Clause;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestMethod;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.weave.ExtendedProgram;

/**
 * The scenarios of a structure as tests: each thread is an actor, and the calls after them are the
 * arbiter's.
 */
final class Staged {
  private final List<Call> calls;
  private final ExtendedProgram program;
  private final PlayWriter play;
  private final PlayWriter alone;

  /**
   * @param values how many values of each parameter are tried
   * @param specification binary name of the class whose objects say what is right; null for the
   *     structure's own
   * @param loader finds the classes
   */
  Staged(Structure structure, int values, String specification, ClassLoader loader) {
    calls = Call.of(structure, values);
    play = new PlayWriter(structure.className(), calls, structure.validation());
    Map<String, byte[]> classes = new HashMap<>(play.classes());
    if (specification == null || specification.equals(structure.className())) {
      alone = play;
    } else {
      alone = new PlayWriter(specification, calls, null);
      classes.putAll(alone.classes());
    }
    program = new ExtendedProgram(loader, classes);
  }

  /** What can be called. */
  List<Call> calls() {
    return calls;
  }

  /** Finds all classes of the tests. */
  ClassLoader program() {
    return program;
  }

  /** A scenario of the structure. */
  StressTest test(CallScenario scenario) {
    return test(play, scenario);
  }

  /** Calls of the specification, one after the other. */
  StressTest alone(List<Integer> sequence) {
    return test(alone, inOneThread(sequence));
  }

  /** The scenario that {@link #alone} is. */
  static CallScenario inOneThread(List<Integer> sequence) {
    return new CallScenario(List.of(), List.of(sequence), List.of());
  }

  private static StressTest test(PlayWriter by, CallScenario scenario) {
    List<TestMethod> threads = new ArrayList<>();
    IntStream.rangeClosed(1, scenario.threads().size())
        .forEach(t -> threads.add(new TestMethod(PlayWriter.thread(t), "()V")));
    Clause any = new Clause(List.of(), Expectation.ACCEPTABLE, "");
    return new StressTest(
            by.className(),
            threads,
            new TestMethod("end", by.endDescriptor()),
            null,
            false,
            by.className(),
            List.of(any),
            null)
        .of(List.of(scenario.plan()));
  }
}
