// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.junit.platform.engine.TestExecutionResult.failed;
import static org.junit.platform.engine.TestExecutionResult.successful;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import vacate.explorer.Deadline;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.weave.ProgramLoader;

/** One run of the nodes that were found, one test after the other. */
final class EngineRun {
  private final EngineExecutionListener listener;
  private final EngineNode root;
  private final Deadline deadline;

  /** What is woven of classes that several tests use is kept for them. */
  private final Map<ClassLoader, ProgramLoader> loaders = new HashMap<>();

  /** Begins now. */
  EngineRun(EngineExecutionListener listener, EngineNode root) {
    this.listener = listener;
    this.root = root;
    Configuration configuration = root.configuration();
    deadline =
        configuration.maxTime() == null
            ? Deadline.NONE
            : Deadline.in(
                configuration.maxTime(),
                System::nanoTime,
                ExplorationTerms.inSeconds(configuration.maxTime()) + " for the run");
  }

  void run() {
    listener.executionStarted(root);
    root.getChildren().forEach(child -> run((TestClassNode) child));
    listener.executionFinished(root, successful());
  }

  private void run(TestClassNode node) {
    listener.executionStarted(node);
    explore(node.type(), node.models());
    node.nested().forEach(this::run);
    listener.executionFinished(node, successful());
  }

  private void explore(Class<?> type, List<ModelNode> nodes) {
    Known known = null;
    for (ModelNode node : nodes) {
      listener.executionStarted(node);
      if (known == null) {
        Set<MemoryModel> models =
            nodes.stream()
                .map(ModelNode::model)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MemoryModel.class)));
        known = explore(type, models);
      }
      listener.executionFinished(node, finish(node, known));
    }
  }

  /** Either what is known of a test, on which terms, or why nothing is. */
  private record Known(ExplorationTerms terms, Map<MemoryModel, Result> results, Throwable fault) {}

  /** A fault of the explorer's in one test does not cost what the others say. */
  private Known explore(Class<?> type, Set<MemoryModel> models) {
    if (root.wrong() != null) {
      return new Known(null, Map.of(), root.wrong());
    }
    try {
      ExplorationTerms own = root.configuration().terms().of(type);
      ClassLoader loader = loaders.computeIfAbsent(TestedClass.loader(type), ProgramLoader::new);
      return new Known(own, new TestedClass(type, loader).explore(models, own, deadline), null);
    } catch (RuntimeException | Error e) {
      return new Known(null, Map.of(), e);
    }
  }

  private TestExecutionResult finish(ModelNode node, Known known) {
    if (known.fault() != null) {
      return failed(known.fault());
    }
    Result result = known.results().get(node.model());
    listener.reportingEntryPublished(node, ReportEntry.from(entries(result)));
    return Sentence.of(result, known.terms()).executed();
  }

  private static Map<String, String> entries(Result result) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("verdict", result.verdict().toString());
    entries.put("executions", String.valueOf(result.executions()));
    entries.put("blocked", String.valueOf(result.blocked()));
    if (result.reason() != null) {
      entries.put("reason", result.reason());
    }
    if (result.assumes() != null) {
      entries.put("assumes", result.assumes());
    }
    if (result.loadBuffering() != null) {
      entries.put("load buffering", result.loadBuffering().toString());
    }
    result.outcomes().stream()
        .filter(o -> !o.isImpossible() && o.expect().fails())
        .limit(1)
        .map(Outcome::witness)
        .forEach(witness -> entries.put("replay token", witness.token()));
    return entries;
  }
}
