// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import vacate.explorer.execution.Execution;

/**
 * One execution that has an outcome: of all that were visited the one with the fewest departures
 * from program order, and then the fewest context switches, as it is printed.
 *
 * <p>A test may have thousands of outcomes, and few are asked how they come about. So the execution
 * may be rebuilt when it is first asked for; then the test's classes must still be there to be
 * loaded.
 */
public final class Witness {
  /** What is known of an execution that was rebuilt. */
  record Rebuilt(String token, Execution execution) {}

  private Supplier<Rebuilt> source;
  private Rebuilt rebuilt;
  private final Mending mending;
  private Advice advice;

  /** An execution that is known, of a test that is not at hand: nobody can say what forbids it. */
  public Witness(String token, Execution execution) {
    this(token, execution, null);
  }

  /** An execution that is known. */
  Witness(String token, Execution execution, Mending mending) {
    rebuilt = new Rebuilt(token, execution);
    this.mending = mending;
  }

  /** An execution that {@code source} rebuilds. */
  Witness(Supplier<Rebuilt> source, Mending mending) {
    this.source = source;
    this.mending = mending;
  }

  /**
   * Rebuilds exactly this execution, see {@link Explorer#replay}.
   *
   * @throws IllegalStateException if the test is not what it was when it was explored
   */
  public String token() {
    return rebuilt().token;
  }

  /**
   * Its events and what relates them.
   *
   * @throws IllegalStateException if the test is not what it was when it was explored
   */
  public Execution execution() {
    return rebuilt().execution;
  }

  synchronized boolean isRebuilt() {
    return rebuilt != null;
  }

  synchronized Rebuilt rebuilt() {
    if (rebuilt == null) {
      rebuilt = source.get();
      source = null;
    }
    return rebuilt;
  }

  /**
   * What forbids the outcome, each tried by exploring the test with it. Tried when first asked for,
   * which takes as long as several explorations, up to {@value Mending#MOST} executions in all.
   */
  public Advice advice() {
    return advice(Progress.NONE);
  }

  /**
   * The same.
   *
   * @param progress hears of all that is tried as of one exploration
   */
  public synchronized Advice advice(Progress progress) {
    if (advice == null) {
      advice = mending == null ? Advice.NONE : mending.advise(execution(), progress);
    }
    return advice;
  }

  /**
   * The execution as columns, one for each actor, without {@link Execution#uncontended} events; at
   * the end how many those are, what passed what, and what forbids the outcome.
   */
  public List<String> lines() {
    return lines(false);
  }

  /**
   * The same.
   *
   * @param allEvents whether each event is printed
   */
  public List<String> lines(boolean allEvents) {
    List<String> lines = new WitnessPrinter(execution(), allEvents).print();
    lines.addAll(advice().sentences());
    return lines;
  }

  /** Whether it is the same execution of the same test. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Witness w && rebuilt().equals(w.rebuilt());
  }

  @Override
  public int hashCode() {
    return Objects.hash(token());
  }

  /** All lines, and the outcome below them. */
  @Override
  public String toString() {
    return text(true);
  }

  /**
   * The lines, and the outcome below them.
   *
   * @param allEvents whether each event is printed
   */
  public String text(boolean allEvents) {
    List<String> lines = new ArrayList<>(lines(allEvents));
    String outcome = execution().outcome();
    lines.add("outcome: " + (outcome == null ? "none, it waits" : outcome));
    return String.join("\n", lines);
  }
}
