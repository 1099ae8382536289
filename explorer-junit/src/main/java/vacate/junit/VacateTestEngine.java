// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Explores each class with {@code @JCStressTest} that is found on the test path, in a node for each
 * memory model.
 *
 * <p>A node passes if the test is proved, or refuted where {@link Exploring#refutedUnder} says so.
 * One that is not exhausted, or that is not understood, neither passes nor fails, unless it is
 * configured what it should: it is aborted, with the reason. A green build never rests on what was
 * not visited, and a red one always on an execution that can be shown.
 *
 * <p>All models of a test are one exploration as far as they can be, whose time goes to the first
 * of its nodes.
 */
public final class VacateTestEngine implements TestEngine {
  /** Its id. */
  public static final String ID = "vacate";

  private static final EngineDiscoveryRequestResolver<EngineNode> RESOLVER =
      EngineDiscoveryRequestResolver.<EngineNode>builder()
          .addClassContainerSelectorResolver(TestClasses::hasTests)
          .addSelectorResolver(
              context ->
                  new TestClassResolver(context.getEngineDescriptor().configuration().terms()))
          .build();

  /** For the service loader. */
  public VacateTestEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Optional<String> getGroupId() {
    return Optional.of("io.github.vacate");
  }

  @Override
  public Optional<String> getArtifactId() {
    return Optional.of("vacate-explorer-junit");
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineNode root = new EngineNode(id, request.getConfigurationParameters());
    RESOLVER.resolve(request, root);
    return root;
  }

  @Override
  public void execute(ExecutionRequest request) {
    EngineNode root = (EngineNode) request.getRootTestDescriptor();
    new EngineRun(request.getEngineExecutionListener(), root).run();
  }
}
