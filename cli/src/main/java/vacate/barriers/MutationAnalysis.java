// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vacate.explorer.BarrierAnalysis;
import vacate.explorer.Result;
import vacate.explorer.TestSuite;
import vacate.explorer.Verdict;
import vacate.explorer.execution.Frame;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.weaken.OrderedAccess;
import vacate.revision.Precaution;
import vacate.work.Parallel;
import vacate.work.Stoppable;

/**
 * Changes one thing at a time in some tests, and says what became of it. It takes minutes, so it
 * says how far it is, and what it has found when it is stopped is kept.
 */
public final class MutationAnalysis {
  private static final Pattern ID_OF_A_WEAKENING = Pattern.compile("[0-9a-f]{8}");

  private final ClassLoader classes;
  private final List<MutatedTest> subjects;
  private final List<MutatedTest> corrected;
  private final List<MemoryModel> models;
  private final Predicate<Frame> isPrimitive;
  private final Predicate<Frame> isStudied;
  private final Consumer<String> status;
  private final Stoppable work = new Stoppable();
  private Weakenings weakenings;
  private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
  private int untried;

  /**
   * @param tests whose accesses are weakened
   * @param corrected tests of the corrected protocol, from which steps are left out
   * @param primitive methods, as {@code type.method}, each of whose calls is a place of its own
   * @param scenery types whose own places are left alone
   * @param status is told how far it is, from any thread
   */
  public MutationAnalysis(
      TestSuite suite,
      List<StressTest> tests,
      List<StressTest> corrected,
      List<MemoryModel> models,
      Pattern primitive,
      Pattern scenery,
      Consumer<String> status) {
    classes = suite.loader();
    Map<StressTest, MutatedTest> each = new LinkedHashMap<>();
    Function<StressTest, MutatedTest> subject =
        test -> each.computeIfAbsent(test, t -> new MutatedTest(t, classes));
    this.subjects = tests.stream().map(subject).toList();
    this.corrected = corrected.stream().map(subject).toList();
    this.models = models;
    this.status = status;
    isPrimitive = f -> primitive.matcher(f.type() + "." + f.method()).matches();
    isStudied = f -> !scenery.matcher(f.type()).matches();
  }

  /** Ends all that is at work soon, and begins no other; from any thread. */
  public void stop() {
    work.stop();
  }

  /** Whether there may be a mutant with that id: to be sure all tests must be explored. */
  public boolean mayHave(String id) {
    return isStep(id) || ID_OF_A_WEAKENING.matcher(id).matches();
  }

  /** The mutants that are known by a name. */
  public List<String> names() {
    return corrected.isEmpty()
        ? List.of()
        : Arrays.stream(Precaution.values()).map(LeftOut::label).toList();
  }

  private boolean isStep(String id) {
    return names().contains(id);
  }

  /**
   * Explores each test as it is, which comes before anything else.
   *
   * @param id of the only mutant that will be asked for; null if it is all of them
   * @return what is the matter with the first that cannot be explored
   */
  public Optional<String> prepare(String id) {
    List<MutatedTest> all =
        Stream.concat(subjects.stream(), corrected.stream()).distinct().toList();
    Map<MutatedTest, List<OrderedAccess>> places = new LinkedHashMap<>();
    boolean step = id != null && isStep(id);
    List<Callable<Optional<List<OrderedAccess>>>> looks = new ArrayList<>();
    for (MutatedTest s : all) {
      looks.add(() -> work.run(() -> look(s, !step && subjects.contains(s))));
    }
    int[] done = {0};
    List<Optional<List<OrderedAccess>>> found =
        Parallel.all(
            looks, one -> status.accept(++done[0] + " of " + all.size() + " tests looked at"));
    for (int i = 0; i < all.size(); i++) {
      places.put(all.get(i), found.get(i).orElse(List.of()));
    }
    if (work.isStopped()) {
      return Optional.empty();
    }
    if (!step) {
      weakenings = new Weakenings(subjects, subjects.stream().map(places::get).toList(), isStudied);
    }
    return all.stream()
        .map(s -> s.barriers.unchanged(MemoryModel.weakest()))
        .filter(r -> r.verdict() == Verdict.NOT_RUN)
        .map(MutationAnalysis::refusal)
        .findFirst();
  }

  private List<OrderedAccess> look(MutatedTest subject, boolean places) {
    if (places) {
      return subject.barriers.places(isPrimitive);
    }
    subject.barriers.unchanged(MemoryModel.JMM);
    return List.of();
  }

  private static String refusal(Result r) {
    return r.test() + ": " + r.reason();
  }

  /** Every mutant and what became of it, those that were tried before it was stopped. */
  public List<MutantResult> lines() {
    if (weakenings == null && !work.isStopped()) {
      prepare(null);
    }
    List<Callable<Optional<List<MutantResult>>>> mutants = new ArrayList<>();
    steps().forEach(step -> mutants.add(() -> tried(() -> List.of(step.judge(models)))));
    if (weakenings != null) {
      weakenings
          .primitives()
          .forEach(p -> mutants.add(() -> tried(() -> weakenings.judge(p, models))));
    }
    int[] done = {0, 0};
    List<Optional<List<MutantResult>>> lines =
        Parallel.all(
            mutants,
            one -> {
              done[1] += one.orElse(List.of()).stream().filter(MutantResult::isNeeded).count();
              status.accept(
                  ++done[0] + " of " + mutants.size() + " places tried, " + done[1] + " needed");
            });
    untried = (int) lines.stream().filter(Optional::isEmpty).count();
    return lines.stream()
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .map(Reason::explain)
        .toList();
  }

  /** How many places were not tried, because it was stopped or failed. */
  public int untried() {
    return untried;
  }

  /** What the explorer itself failed in; those places count as not tried. */
  public List<Throwable> faults() {
    return List.copyOf(faults);
  }

  /** What was broken off says nothing. */
  private Optional<List<MutantResult>> tried(Supplier<List<MutantResult>> mutant) {
    try {
      return work.run(mutant)
          .filter(lines -> !work.isStopped() || lines.stream().noneMatch(MutationAnalysis::isOpen));
    } catch (RuntimeException | Error e) {
      faults.add(e);
      return Optional.empty();
    }
  }

  private static boolean isOpen(MutantResult line) {
    return line.cells().values().stream().anyMatch(c -> c.need() == BarrierAnalysis.Need.UNDECIDED);
  }

  /** Whether it was stopped before it was at its end. */
  public boolean isStopped() {
    return work.isStopped();
  }

  /** The mutant with that id; empty if there is none, or it was stopped. */
  public Optional<MutantResult> line(String id) {
    return mutant(id).flatMap(m -> work.run(() -> Reason.explain(m.judge(models))));
  }

  /** How the mutant goes wrong that is what a line says; empty if it does not. */
  public Optional<Kill> kill(MutantResult line) {
    return mutant(line.id()).flatMap(m -> m.tell(line));
  }

  /** The execution that a token of a mutant stands for; empty if there is none. */
  public Optional<Kill> replay(String id, String token) {
    return mutant(id).flatMap(m -> m.replay(models, token));
  }

  private Optional<Mutant> mutant(String id) {
    if (isStep(id)) {
      return steps().filter(m -> m.id().equals(id)).findFirst();
    }
    if (weakenings == null) {
      prepare(id);
    }
    return weakenings == null
        ? Optional.empty()
        : weakenings.all().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  private Stream<Mutant> steps() {
    return corrected.isEmpty()
        ? Stream.empty()
        : Arrays.stream(Precaution.values()).map(p -> LeftOut.of(p, corrected, classes));
  }
}
