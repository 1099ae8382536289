// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import vacate.explorer.Bounds;
import vacate.explorer.Deadline;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Witness;
import vacate.explorer.model.MemoryModel;

/**
 * Explores a class with {@code @JCStressTest} from within any other test.
 *
 * <pre>{@code
 * @Test
 * void delivers() {
 *   Explore.check(Mailbox.class);
 *   assertThat(Explore.of(Mailbox.class).under(MemoryModel.TSO)).neverSees("1, 0");
 * }
 * }</pre>
 *
 * <p>What {@link Exploring} says of the class counts; the configuration of JUnit does not reach
 * here.
 */
public final class Explore {
  private final Class<?> type;
  private final TestedClass test;
  private final ExplorationTerms terms;

  private Explore(Class<?> type, TestedClass test, ExplorationTerms terms) {
    this.type = type;
    this.test = test;
    this.terms = terms;
  }

  /**
   * A test that is to be explored.
   *
   * @throws IllegalArgumentException if the class has no {@code @JCStressTest}, or an {@link
   *     Exploring} that says what cannot be
   */
  public static Explore of(Class<?> test) {
    return new Explore(
        test, new TestedClass(test, TestedClass.loader(test)), ExplorationTerms.DEFAULT.of(test));
  }

  /**
   * See {@link #check(MemoryModel...)}.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public static void check(Class<?> test, MemoryModel... models) {
    of(test).check(models);
  }

  /**
   * The same, with loops that go round so often, see {@link Bounds#loop}.
   *
   * @throws IllegalArgumentException if that is less than once
   */
  public Explore loopBound(int turns) {
    return with(terms.within(new Bounds(turns, terms.bounds().executions())));
  }

  /**
   * The same, given up after so many executions.
   *
   * @throws IllegalArgumentException if that is less than one
   */
  public Explore maxExecutions(long number) {
    return with(terms.within(new Bounds(terms.bounds().loop(), number)));
  }

  /** The same, given up after so long, under all models that are asked for at once. */
  public Explore maxTime(Duration time) {
    return with(terms.in(time));
  }

  /** The same, where an outcome that is {@code ACCEPTABLE_INTERESTING} is a forbidden one. */
  public Explore strict() {
    return with(terms.strictly());
  }

  private Explore with(ExplorationTerms others) {
    return new Explore(type, test, others);
  }

  /** What is known of the test under a model. Never throws for what the test does. */
  public Result under(MemoryModel model) {
    return under(List.of(model)).get(model);
  }

  /**
   * What is known of the test under each of some models, which is one exploration as far as it can
   * be.
   *
   * @throws IllegalArgumentException if there are none
   */
  public Map<MemoryModel, Result> under(Collection<MemoryModel> models) {
    return test.explore(EnumSet.copyOf(models), terms, Deadline.NONE);
  }

  /**
   * Returns if the test is proved under each of the models; if none are given, under those that its
   * {@link Exploring} names, or else the Java memory model. Where {@link Exploring#refutedUnder}
   * says so it must be refuted instead.
   *
   * @throws IllegalArgumentException if none are given, and {@link Exploring#refutedUnder} names
   *     another than those
   * @throws AssertionFailedError if it is refuted, with the outcomes, how each forbidden one comes
   *     about and the tokens that rebuild that; or if it is not known whether it is proved, because
   *     it was not exhausted, unless {@link Exploring#boundedIsEnough}, or could not be judged
   */
  public void check(MemoryModel... models) {
    if (models.length == 0) {
      terms.refuseUnasked();
    }
    List<MemoryModel> asked = models.length == 0 ? terms.models() : Arrays.asList(models);
    Map<MemoryModel, Result> results = under(asked);
    List<AssertionFailedError> failures = new ArrayList<>();
    for (MemoryModel model : Set.copyOf(asked).stream().sorted().toList()) {
      Sentence sentence = Sentence.of(results.get(model), terms);
      if (sentence.as() != Unproved.PASSED) {
        failures.add(ResultText.failure(sentence.result(), sentence.headline()));
      }
    }
    if (failures.size() == 1) {
      throw failures.get(0);
    }
    if (!failures.isEmpty()) {
      throw new MultipleFailuresError(type.getName(), failures);
    }
  }

  /**
   * Rebuilds the execution that a failure's replay token stands for.
   *
   * @throws IllegalArgumentException if the token is none, was made for another test or model, or
   *     the test has changed since
   * @see Explorer#replay
   */
  public Witness replay(MemoryModel model, String token) {
    return test.replay(model, token);
  }
}
