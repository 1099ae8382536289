// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.List;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * A class that is a test, or has tests in it, or both. It is displayed by its whole name, which is
 * what Surefire takes for the class of the tests below.
 */
final class TestClassNode extends AbstractTestDescriptor {
  /** Of such a node in a unique id; its value is the binary name of the class. */
  static final String SEGMENT = "class";

  private final Class<?> type;

  TestClassNode(UniqueId parent, Class<?> type) {
    super(parent.append(SEGMENT, type.getName()), type.getName(), ClassSource.from(type));
    this.type = type;
  }

  Class<?> type() {
    return type;
  }

  /** The test under models; none if the class is none itself. */
  List<ModelNode> models() {
    return getChildren().stream()
        .filter(ModelNode.class::isInstance)
        .map(ModelNode.class::cast)
        .toList();
  }

  /** Tests in the class. */
  List<TestClassNode> nested() {
    return getChildren().stream()
        .filter(TestClassNode.class::isInstance)
        .map(TestClassNode.class::cast)
        .toList();
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
