// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vacate.explorer.Result;
import vacate.explorer.TestSuite;
import vacate.explorer.Verdict;
import vacate.explorer.Witness;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.weave.Site;
import vacate.work.Parallel;

/** Changes one thing at a time in some tests, and says what became of it. */
public final class Study {
  private final ClassLoader classes;
  private final List<Subject> subjects;
  private final List<Subject> corrected;
  private final List<MemoryModel> models;
  private final Predicate<Site.Frame> isPrimitive;
  private final Predicate<Site.Frame> isStudied;

  /**
   * @param tests whose accesses are weakened
   * @param corrected tests of the corrected protocol, from which steps are left out
   * @param primitive methods, as {@code type.method}, each of whose calls is a place of its own
   * @param scenery types whose own places are left alone
   */
  public Study(
      TestSuite suite,
      List<StressTest> tests,
      List<StressTest> corrected,
      List<MemoryModel> models,
      Pattern primitive,
      Pattern scenery) {
    classes = suite.loader();
    this.subjects = tests.stream().map(t -> new Subject(t, classes)).toList();
    this.corrected = corrected.stream().map(t -> new Subject(t, classes)).toList();
    this.models = models;
    isPrimitive = f -> primitive.matcher(f.type() + "." + f.method()).matches();
    isStudied = f -> !scenery.matcher(f.type()).matches();
  }

  /** What is the matter with the first test that cannot be explored as it is. */
  public Optional<String> refused() {
    return Stream.concat(subjects.stream(), corrected.stream())
        .map(s -> s.barriers.unchanged(MemoryModel.JMM))
        .filter(r -> r.verdict() == Verdict.NOT_RUN)
        .map(Study::refusal)
        .findFirst();
  }

  private static String refusal(Result r) {
    return r.test() + ": " + r.reason();
  }

  /** Every mutant and what became of it. */
  public List<Line> lines() {
    Weakenings weakenings = new Weakenings(subjects, isPrimitive, isStudied);
    List<Callable<List<Line>>> work = new ArrayList<>();
    steps().forEach(step -> work.add(() -> List.of(step.judge(models))));
    weakenings.primitives().forEach(p -> work.add(() -> weakenings.judge(p, models)));
    return Parallel.all(work).stream().flatMap(List::stream).map(Reason::explain).toList();
  }

  /** The mutant with that id; empty if there is none. */
  public Optional<Line> line(String id) {
    return mutant(id).map(m -> Reason.explain(m.judge(models)));
  }

  /** The execution that a token of a mutant stands for; empty if there is none. */
  public Optional<Witness> replay(String id, String token) {
    return mutant(id).flatMap(m -> m.replay(models, token));
  }

  private Optional<Mutant> mutant(String id) {
    Optional<Mutant> step = steps().filter(m -> m.id().equals(id)).findFirst();
    return step.isPresent()
        ? step
        : new Weakenings(subjects, isPrimitive, isStudied)
            .all().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  private Stream<Mutant> steps() {
    return corrected.isEmpty()
        ? Stream.empty()
        : Arrays.stream(Step.values()).map(step -> step.leftOut(corrected, classes));
  }
}
