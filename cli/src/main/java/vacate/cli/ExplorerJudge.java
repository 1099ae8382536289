// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.claim.Explored;
import vacate.claim.Judge;
import vacate.claim.Question;
import vacate.claim.Seen;
import vacate.claim.Topic;
import vacate.claim.TopicKind;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Strict;
import vacate.explorer.Verdict;
import vacate.explorer.Witness;
import vacate.explorer.model.MemoryModel;

/**
 * The explorer's word on a test. An outcome that is ACCEPTABLE_INTERESTING refutes, as with {@link
 * Strict}. Of a test that shows several defects, each is refuted by its own outcomes: those whose
 * description begins with its id and a colon.
 */
final class ExplorerJudge {
  /**
   * More than any test has that is to be exhausted, so that one that grows is noticed; one that is
   * broken shows it before.
   */
  private static final Settings SETTINGS = Settings.of(new Bounds(Bounds.DEFAULT.loop(), 40_000));

  /** The explorer's own outcome of a CPU that waits for ever; on hardware it is a soft lockup. */
  private static final String DEADLOCK = "deadlock";

  private final Ledger.Entry test;
  private final MemoryModel model;

  ExplorerJudge(Ledger.Entry test, MemoryModel model) {
    this.test = test;
    this.model = model;
  }

  /** Explores a test, but under models under which it is declared not to be run. */
  static Map<MemoryModel, Result> explore(Ledger.Entry test, Collection<MemoryModel> models) {
    Set<MemoryModel> under =
        models.stream()
            .filter(model -> new ExplorerJudge(test, model).isToBeRun())
            .collect(Collectors.toSet());
    return under.isEmpty() ? Map.of() : Explorer.explore(test.evidence().type, under, SETTINGS);
  }

  private boolean isToBeRun() {
    return !expected().equals(List.of(Verdict.NOT_RUN));
  }

  /**
   * A finding for each of the topics.
   *
   * @param explored what {@link #explore} has come to
   */
  List<Explored> judge(Collection<Topic> topics, Map<MemoryModel, Result> explored) {
    if (!isToBeRun()) {
      return without(topics, Verdict.NOT_RUN, test.evidence().because(Judge.EXPLORER, model));
    }
    return topics.stream().map(topic -> finding(topic, explored.get(model))).toList();
  }

  /** Of a test that could not be judged. */
  List<Explored> notRun(Collection<Topic> topics, String reason) {
    return without(topics, Verdict.NOT_RUN, reason);
  }

  /** Of a test that Ctrl-C came before. */
  List<Explored> interrupted(Collection<Topic> topics) {
    return without(topics, Verdict.INTERRUPTED, Job.INTERRUPTED);
  }

  /** Why there is nothing to say. */
  private List<Explored> without(Collection<Topic> topics, Verdict verdict, String reason) {
    return topics.stream()
        .map(topic -> Explored.not(question().about(topic), model, verdict, reason))
        .toList();
  }

  private Question question() {
    return Question.of(test.name(), test.evidence(), expected());
  }

  private List<Verdict> expected() {
    return test.evidence().expected(Judge.EXPLORER, model);
  }

  private Explored finding(Topic topic, Result result) {
    List<Outcome> possible = result.outcomes().stream().filter(o -> !o.isImpossible()).toList();
    List<Outcome> bad = possible.stream().filter(o -> isBad(o, topic)).toList();
    Outcome undeclared = undeclared(possible);
    Question asked = question().about(topic);
    return new Explored(
        undeclared == null ? asked : asked.expecting(List.of(Verdict.PROVED)),
        model,
        verdict(result, bad),
        new Explored.Extent(result.executions(), result.blocked()),
        witness(bad),
        undeclared == null
            ? result.reason()
            : "forbidden outcome \"" + undeclared.id() + "\" is possible",
        possible.stream()
            .map(o -> new Seen(o.id(), o.expect(), o.description(), o.executions()))
            .toList(),
        Math.round(result.millis()),
        result.loadBuffering() == null ? null : result.loadBuffering().word());
  }

  /** Whether it says of the topic that it is broken. */
  private boolean isBad(Outcome outcome, Topic topic) {
    return switch (outcome.expect()) {
      case FORBIDDEN, UNKNOWN -> !isOneOfSeveral(topic) || !outcome.id().equals(DEADLOCK);
      case ACCEPTABLE_INTERESTING ->
          !isOneOfSeveral(topic) || outcome.description().startsWith(topic.id() + ": ");
      default -> false;
    };
  }

  /**
   * What even a test forbids that is broken on purpose, or null: it is never as declared. That a
   * CPU waits for ever may come of any of the defects.
   */
  private Outcome undeclared(List<Outcome> possible) {
    return possible.stream()
        .filter(o -> test.evidence().isBroken && o.expect().fails())
        .filter(o -> !o.id().equals(DEADLOCK))
        .findFirst()
        .orElse(null);
  }

  /** Whether the test shows other defects, too. */
  private boolean isOneOfSeveral(Topic topic) {
    return topic.kind() == TopicKind.DEFECT
        && test.evidence().isBroken
        && test.evidence().defects.size() > 1;
  }

  /**
   * Of a test in which all that is bad belongs to other topics, only a whole search proves this.
   */
  private static Verdict verdict(Result result, List<Outcome> bad) {
    if (!bad.isEmpty()) {
      return Verdict.REFUTED;
    }
    if (result.verdict() == Verdict.REFUTED) {
      return result.reason() == null ? Verdict.PROVED : Verdict.BOUNDED;
    }
    return result.verdict();
  }

  /** The token of the shortest witness, or null. */
  private static String witness(List<Outcome> bad) {
    return bad.stream()
        .map(Outcome::witness)
        .min(Comparator.comparingInt(ExplorerJudge::length))
        .map(witness -> witness.token())
        .orElse(null);
  }

  private static int length(Witness witness) {
    return witness.execution().order().size() + witness.execution().passes().size();
  }
}
