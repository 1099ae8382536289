// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vacate.explorer.execution.Frame;
import vacate.explorer.graph.Graph;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;
import vacate.explorer.search.Snapshot;
import vacate.explorer.weaken.Change;
import vacate.explorer.weaken.OrderedAccess;
import vacate.explorer.weaken.OrderedAccesses;
import vacate.explorer.weaken.PrimitiveCall;
import vacate.explorer.weaken.Weakening;

/**
 * What a test needs its ordered accesses, fences and locks for: explores it with one of them
 * weaker, and compares.
 *
 * <pre>{@code
 * BarrierAnalysis barriers = new BarrierAnalysis(test, loader, Bounds.DEFAULT);
 * for (OrderedAccess place : barriers.places(frame -> false)) {
 *   for (Weakening weakening : place.weakenings()) {
 *     barriers.judge(weakening, List.of(MemoryModel.JMM));
 *   }
 * }
 * }</pre>
 */
public final class BarrierAnalysis {
  /** What a weakening comes to under one model. */
  public enum Need {
    /** Every execution was visited; the outcomes are those of the test as it is. */
    REDUNDANT,
    /** An outcome that the test allows, and that was impossible before. */
    VISIBLE,
    /** An outcome that the test forbids. */
    NEEDED,
    /** Nothing new was found, and not everything was visited. */
    UNDECIDED
  }

  /**
   * @param outcome the new one; null if there is none
   * @param executions complete and blocked, up to the first outcome that settles it
   */
  public record Judgement(Need need, Outcome outcome, long executions) {}

  private static final Judgement SAME = new Judgement(Need.REDUNDANT, null, 0);

  private final StressTest test;
  private final ClassLoader loader;
  private final Bounds bounds;
  private final Map<MemoryModel, Result> unchanged = new EnumMap<>(MemoryModel.class);

  public BarrierAnalysis(StressTest test, ClassLoader loader, Bounds bounds) {
    this.test = test;
    this.loader = loader;
    this.bounds = bounds;
  }

  /** The test as it is. */
  public synchronized Result unchanged(MemoryModel model) {
    return unchanged.computeIfAbsent(model, m -> explore(loader, m, Modes.DECLARED, Watch.NONE));
  }

  /**
   * The places that executions of the weakest model reach and that order more than they must, in
   * the order in which they are first reached.
   *
   * @param primitive methods each of whose calls is a place of its own: those of locks and the like
   */
  public synchronized List<OrderedAccess> places(Predicate<Frame> primitive) {
    OrderedAccesses reached = new OrderedAccesses(primitive);
    Watch collect =
        new Watch() {
          @Override
          public boolean isEnough(WovenTest woven, Graph execution, Object outcome) {
            reached.add(Snapshot.of(execution), woven::location);
            return false;
          }

          @Override
          public boolean wantsSites() {
            return true;
          }
        };
    MemoryModel weakest = MemoryModel.weakest();
    unchanged.put(weakest, explore(loader, weakest, Modes.DECLARED, collect));
    return reached.places();
  }

  /**
   * Explores the test with a {@link Weakening} or a {@link PrimitiveCall} without order, from the
   * weakest model to the strongest, each up to the first outcome that is new and forbidden.
   *
   * <p>A thread that is interrupted stops early; what it returns then may be undecided.
   *
   * <p>A model is not explored if that can show nothing: its executions are among those of one that
   * {@linkplain MemoryModel#includes includes} it, and all outcomes of those are known. Under
   * {@code sc} modes and fences mean nothing.
   *
   * @throws IllegalStateException if it is interrupted before it knows anything
   */
  public Map<MemoryModel, Judgement> judge(Modes change, List<MemoryModel> models) {
    return judge(loader, change, models);
  }

  /** The same for other code. */
  public Map<MemoryModel, Judgement> judge(Change change, List<MemoryModel> models) {
    return judge(change, Modes.DECLARED, models);
  }

  private Map<MemoryModel, Judgement> judge(
      ClassLoader classes, Modes modes, List<MemoryModel> models) {
    Map<MemoryModel, Judgement> findings = new EnumMap<>(MemoryModel.class);
    if (models.contains(MemoryModel.SC)) {
      findings.put(
          MemoryModel.SC, classes == loader ? SAME : judge(classes, modes, MemoryModel.SC).finding);
      inherit(findings.get(MemoryModel.SC), models, findings);
    }
    Map<MemoryModel, Set<String>> exhausted = new EnumMap<>(MemoryModel.class);
    for (MemoryModel model : MemoryModel.weakestFirst(models)) {
      if (findings.containsKey(model)) {
        continue;
      }
      Set<String> known = unchanged(model).outcomeIds();
      boolean nothingNew =
          exhausted.entrySet().stream()
              .anyMatch(e -> e.getKey().includes(model) && known.containsAll(e.getValue()));
      if (nothingNew) {
        findings.put(model, SAME);
      } else {
        Judged judged = judge(classes, modes, model);
        findings.put(model, judged.finding);
        if (judged.outcomes != null) {
          exhausted.put(model, judged.outcomes);
        }
      }
    }
    return findings;
  }

  /** What an interleaving shows every model has that includes interleavings. */
  private void inherit(
      Judgement found, List<MemoryModel> models, Map<MemoryModel, Judgement> findings) {
    for (MemoryModel model : models) {
      if (found.need == Need.NEEDED
          && model.includes(MemoryModel.SC)
          && !unchanged(model).outcomeIds().contains(found.outcome.id())) {
        findings.put(model, found);
      }
    }
  }

  /** A finding, and all outcomes if every execution was visited. */
  private record Judged(Judgement finding, Set<String> outcomes) {}

  private Judged judge(ClassLoader classes, Modes modes, MemoryModel model) {
    Watch watch = stopAt(unchanged(model).outcomeIds());
    Result result = explore(classes, model, modes, watch);
    return new Judged(
        compare(unchanged(model), result), result.reason() == null ? result.outcomeIds() : null);
  }

  /**
   * Rebuilds an execution of the weakened test.
   *
   * @throws IllegalArgumentException if the token was made with another weakening, or for another
   *     test or model
   */
  public Witness replay(Modes change, MemoryModel model, String token) {
    return inspect(change).replay(model, token);
  }

  /** The same for other code. */
  public Witness replay(Change change, MemoryModel model, String token) {
    return Explorer.replay(test, change, model, token);
  }

  /** Looks into the memory of the weakened test, and rebuilds its executions. */
  public Inspection inspect(Modes change) {
    return new Inspection(test, loader, change);
  }

  /** The same for other code. */
  public Inspection inspect(Change change) {
    return new Inspection(test, change);
  }

  /** Explores the weakened test, and not only up to the first outcome that is new. */
  public Result explore(Modes change, MemoryModel model, Bounds upTo) {
    return new Exploration(test, loader, model, upTo, Progress.NONE, change, Watch.NONE).run();
  }

  /** The same for other code. */
  public Result explore(Change change, MemoryModel model, Bounds upTo) {
    return new Exploration(test, change, model, upTo, Progress.NONE, Modes.DECLARED, Watch.NONE)
        .run();
  }

  private Watch stopAt(Set<String> known) {
    return (woven, execution, outcome) ->
        outcome != null
            && !known.contains(outcome.toString())
            && new Grades(test).isForbidden(outcome);
  }

  private Result explore(ClassLoader classes, MemoryModel model, Modes modes, Watch watch) {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("interrupted");
    }
    return new Exploration(test, classes, model, bounds, Progress.NONE, modes, watch).run();
  }

  private static Judgement compare(Result before, Result after) {
    Set<String> known = before.outcomeIds();
    long executions = after.executions() + after.blocked();
    Outcome forbidden = null;
    Outcome allowed = null;
    for (Outcome o : after.outcomes()) {
      if (!o.isImpossible() && !known.contains(o.id())) {
        if (o.refutes()) {
          forbidden = o;
        } else {
          allowed = o;
        }
      }
    }
    boolean decided = before.reason() == null;
    if (forbidden != null && decided) {
      return new Judgement(Need.NEEDED, forbidden, executions);
    }
    if (!decided || after.reason() != null) {
      return new Judgement(Need.UNDECIDED, null, executions);
    }
    return allowed == null
        ? new Judgement(Need.REDUNDANT, null, executions)
        : new Judgement(Need.VISIBLE, allowed, executions);
  }
}
