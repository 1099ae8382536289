// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;
import vacate.explorer.model.MemoryModel;

/** Makes nodes of what is selected: of a class, of a node that was there before. */
final class TestClassResolver implements SelectorResolver {
  private final ExplorationTerms terms;

  TestClassResolver(ExplorationTerms terms) {
    this.terms = terms;
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return resolve(selector.getJavaClass(), context);
  }

  @Override
  public Resolution resolve(NestedClassSelector selector, Context context) {
    return resolve(selector.getNestedClass(), context);
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    UniqueId.Segment last = id.getLastSegment();
    return switch (last.getType()) {
      case TestClassNode.SEGMENT ->
          ReflectionSupport.tryToLoadClass(last.getValue())
              .toOptional()
              .map(type -> resolve(type, context))
              .orElse(Resolution.unresolved());
      case ModelNode.SEGMENT -> resolve(id, context);
      default -> Resolution.unresolved();
    };
  }

  /** A class hangs below the one that it is in. */
  private Resolution resolve(Class<?> type, Context context) {
    if (!TestClasses.hasTests(type)) {
      return Resolution.unresolved();
    }
    Class<?> around = type.getDeclaringClass();
    Function<TestDescriptor, Optional<TestClassNode>> node =
        parent -> Optional.of(new TestClassNode(parent.getUniqueId(), type));
    return (around == null
            ? context.addToParent(node)
            : context.addToParent(() -> selectClass(around), node))
        .map(added -> Resolution.match(Match.exact(added, () -> below(added))))
        .orElse(Resolution.unresolved());
  }

  /** All that comes with a class that was selected. */
  private Set<DiscoverySelector> below(TestClassNode node) {
    Set<DiscoverySelector> all = new LinkedHashSet<>();
    if (TestClasses.isTest(node.type())) {
      terms
          .modelsOf(node.type())
          .forEach(model -> all.add(selectUniqueId(ModelNode.id(node.getUniqueId(), model))));
    }
    TestClasses.nested(node.type()).forEach(type -> all.add(selectClass(type)));
    return all;
  }

  /** A test under a model, also one under which the whole class would not be explored. */
  private static Resolution resolve(UniqueId id, Context context) {
    Optional<MemoryModel> model =
        Arrays.stream(MemoryModel.values())
            .filter(m -> m.id().equals(id.getLastSegment().getValue()))
            .findFirst();
    return model
        .flatMap(
            m ->
                context.addToParent(
                    () -> selectUniqueId(id.removeLastSegment()),
                    parent ->
                        parent instanceof TestClassNode test && TestClasses.isTest(test.type())
                            ? Optional.of(new ModelNode(parent.getUniqueId(), m))
                            : Optional.empty()))
        .map(node -> Resolution.match(Match.exact(node)))
        .orElse(Resolution.unresolved());
  }
}
