// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vacate.explorer.Explorer;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.TestSuite;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.linear.Linearity;
import vacate.explorer.linear.LinearityQuestion;
import vacate.explorer.model.MemoryModel;

/** What can be explored. */
sealed interface Explorable {
  /** As tests are named. */
  String name();

  /** Explores it under some models. */
  Map<MemoryModel, Result> explore(
      ClassLoader loader, Set<MemoryModel> under, Settings settings, Progress progress);

  /**
   * The execution that a token stands for.
   *
   * @throws IllegalArgumentException if it is not of this
   */
  Witness replay(ClassLoader loader, MemoryModel model, String token);

  /**
   * The same, compiled with its data dependencies kept.
   *
   * @throws UsageException if that is not known of it
   */
  Explorable keepingDependencies();

  /** A jcstress test. */
  record Test(StressTest test) implements Explorable {
    @Override
    public String name() {
      return test.name();
    }

    @Override
    public Map<MemoryModel, Result> explore(
        ClassLoader loader, Set<MemoryModel> under, Settings settings, Progress progress) {
      return Explorer.explore(test, loader, under, settings, progress);
    }

    @Override
    public Witness replay(ClassLoader loader, MemoryModel model, String token) {
      return Explorer.replay(test, loader, model, token);
    }

    @Override
    public Explorable keepingDependencies() {
      return new Test(test.keepingDependencies());
    }
  }

  /** Scenarios of a class with Lincheck's annotations. */
  record Scenarios(Structure structure, LinearityQuestion question) implements Explorable {
    @Override
    public String name() {
      return structure.name();
    }

    @Override
    public Map<MemoryModel, Result> explore(
        ClassLoader loader, Set<MemoryModel> under, Settings settings, Progress progress) {
      return Linearity.check(structure, question, loader, under, settings, progress);
    }

    @Override
    public Witness replay(ClassLoader loader, MemoryModel model, String token) {
      if (question.scenario() == null) {
        throw new IllegalArgumentException("also wants the --scenario that the token is of");
      }
      return Linearity.replay(structure, question, loader, model, token);
    }

    @Override
    public Explorable keepingDependencies() {
      throw new UsageException(
          "--keep-dependencies and classes with Lincheck's @Operation do not go together");
    }
  }

  /** All that there are, tests first. */
  static List<Explorable> of(TestSuite suite, LinearityQuestion question) {
    return Stream.<Explorable>concat(
            suite.tests().stream().map(Test::new),
            suite.structures().stream().map(s -> new Scenarios(s, question)))
        .toList();
  }

  /** The tests among some. */
  static List<StressTest> tests(List<Explorable> some) {
    return some.stream().filter(Test.class::isInstance).map(s -> ((Test) s).test()).toList();
  }
}
