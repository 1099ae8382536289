// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The root of all tests of a run. */
final class EngineNode extends EngineDescriptor {
  private final Configuration configuration;

  EngineNode(UniqueId id, Configuration configuration) {
    super(id, "Vacate");
    this.configuration = configuration;
  }

  Configuration configuration() {
    return configuration;
  }
}
