// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vacate.explorer.jcstress.Clause;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestMethod;
import vacate.explorer.monitor.Monitor;
import vacate.invariant.Violation;
import vacate.revision.Revision;
import vacate.scene.Operation.Kind;
import vacate.scene.Scenario;
import vacate.slub.Vacated;
import vacate.watch.Linearizable;
import vacate.watch.Watchman;

/**
 * What may come of a scenario in a revision, as a test of the explorer. Broken are outcomes in
 * which a CPU dies, an object is given to two, the machine at rest breaks an invariant, or a vacate
 * answers 1 though it did not free the page.
 */
public record ScenarioQuestion(Revision revision, Scenario scenario) {
  private static final String TOLD =
      MethodType.methodType(void.class, Told.class).descriptorString();

  private static final Set<Revision> STEP_BY_STEP_THE_PATCH =
      Set.of(
          Revision.POSTED_20070518,
          Revision.POSTED,
          Revision.PRE_PATCH,
          Revision.WITHOUT_WRITE_BARRIER,
          Revision.CORRECTED);

  /** All that may come before a word of an outcome. */
  private static final String WORD = "(?:.*(?:[,;] |\\[(?:irq|ipi|proc) ))?";

  private static final Pattern SUCCESS = Pattern.compile("[A-Z]=1\\b");

  private static final String WRONG_ANSWER =
      WORD
          + "(?:"
          + among(
              Arrays.stream(Vacated.values())
                  .filter(v -> v != Vacated.EMPTIED)
                  .toArray(Vacated[]::new))
          + ")=1\\b.*";

  private static final String KEPT = WORD + Vacated.EMPTIED + "=1\\b.*, SLAB";

  /** What each kind of outcome that is broken says. */
  private enum Broken {
    DIED("a CPU dies of a BUG or of a bad pointer"),
    TWICE("an object that somebody has is given to another"),
    SLEEPS("a CPU sleeps on a page lock that somebody took for a slab lock, who wakes nobody"),
    DAMAGED("the machine is damaged"),
    KEPT("C14: vacate answers 1, and the page still is a slab"),
    WRONG_ANSWER("C14: vacate answers 1 where it gave up, or objects are left");

    private final String says;

    Broken(String says) {
      this.says = says;
    }
  }

  /**
   * @throws IllegalArgumentException if it has too many CPUs, or breaks the {@link Contract}
   */
  public ScenarioQuestion {
    if (scenario.cpus().size() > Play.CPUS) {
      throw new IllegalArgumentException("more than " + Play.CPUS + " CPUs are not played");
    }
    Contract.brokenBy(scenario)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /** The test; a CPU that does nothing, and has nothing to answer, is no actor. */
  public StressTest test() {
    return test(clauses());
  }

  /**
   * The test of whether it may end in such a way, which refutes it.
   *
   * @param outcome a regular expression for the whole outcome
   */
  public StressTest testFor(String outcome) {
    return test(
        List.of(
            new Clause(List.of(outcome), Expectation.FORBIDDEN, "what is looked for"),
            new Clause(List.of(), Expectation.ACCEPTABLE, "")));
  }

  private StressTest test(List<Clause> clauses) {
    List<TestMethod> actors =
        awake().stream().map(cpu -> new TestMethod("cpu" + cpu, TOLD)).toList();
    return new StressTest(
            Play.class.getName(),
            actors,
            new TestMethod("after", TOLD),
            null,
            false,
            Play.class.getName(),
            clauses,
            null)
        .of(List.of(revision.label, scenario.toString()));
  }

  /** The CPUs that are actors. */
  List<Integer> awake() {
    return IntStream.range(0, scenario.cpus().size())
        .filter(cpu -> Callees.isAwake(scenario, cpu))
        .boxed()
        .toList();
  }

  /** Watches the claims that the revision makes while the test is explored. */
  public Watchman watchman() {
    return Watchman.of(revision, scenario);
  }

  /**
   * Who watches the patch's claims, nobody in a revision in which they are not watched; and whether
   * it is linearizable, where that is specified.
   */
  public List<Monitor<?>> watchmen() {
    return watchmen(isWatched(revision));
  }

  /** Who watches the claims that the revision makes, and the same as for {@link #watchmen}. */
  public List<Monitor<?>> allWatchmen() {
    return watchmen(true);
  }

  private List<Monitor<?>> watchmen(boolean ofClaims) {
    List<Monitor<?>> watchmen = new ArrayList<>();
    if (ofClaims) {
      watchmen.add(watchman());
    }
    if (isWatched(revision) && Linearizable.specified(scenario)) { // as the patch words the answer
      watchmen.add(new Linearizable(scenario, awake()));
    }
    return watchmen;
  }

  /**
   * Whether a sweep tells the patch's claims in a revision: they are the same there. Of other
   * versions, in which some are restated and some not made, the history tells.
   */
  public static boolean isWatched(Revision revision) {
    return STEP_BY_STEP_THE_PATCH.contains(revision);
  }

  private List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    clauses.add(broken(Broken.DIED, WORD + "[a-z].*"));
    clauses.add(broken(Broken.TWICE, WORD + "TWICE\\b.*"));
    clauses.add(broken(Broken.SLEEPS, WORD + "SLEEPS\\b.*"));
    clauses.add(broken(Broken.DAMAGED, ".*, (?:" + among(Violation.values()) + ")"));
    clauses.add(broken(Broken.WRONG_ANSWER, WRONG_ANSWER));
    if (mayTellKept()) {
      clauses.add(broken(Broken.KEPT, KEPT));
    }
    clauses.add(new Clause(List.of(), Expectation.ACCEPTABLE, ""));
    return clauses;
  }

  /** Whether in an outcome a vacate answers that it was successful. */
  public static boolean saysSuccess(String outcome) {
    return SUCCESS.matcher(outcome).find();
  }

  /**
   * Whether in an outcome a vacate answers so, and it is not true: C14 is broken. Where the machine
   * is damaged the outcome does not tell that a slab was kept.
   */
  public boolean isWrongAnswer(String outcome) {
    return outcome.matches(WRONG_ANSWER) || mayTellKept() && outcome.matches(KEPT);
  }

  /** Whether it tells in the end that the slab was kept; else it may be a slab again. */
  private boolean mayTellKept() {
    return !scenario.has(Kind.ALLOC);
  }

  private static Clause broken(Broken how, String pattern) {
    return new Clause(List.of(pattern), Expectation.FORBIDDEN, how.says);
  }

  private static String among(Enum<?>[] constants) {
    return Stream.of(constants).map(Enum::name).collect(Collectors.joining("|"));
  }

  /** What an outcome that is called broken may be, a sentence each. */
  public static List<String> whatIsBroken() {
    return Arrays.stream(Broken.values()).map(b -> b.says).toList();
  }
}
