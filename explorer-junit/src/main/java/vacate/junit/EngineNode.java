// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The root of all tests of a run. */
final class EngineNode extends EngineDescriptor {
  private final Configuration configuration;
  private final JUnitException wrong;

  /**
   * Of a run that is to be as given.
   *
   * <p>What cannot be is said by each test of this engine when it is run: of what is thrown before
   * Surefire tells no reason, and other engines' tests would not run either.
   */
  EngineNode(UniqueId id, ConfigurationParameters given) {
    super(id, "Vacate");
    Configuration read = Configuration.USUAL;
    JUnitException refused = null;
    try {
      read = Configuration.of(given);
    } catch (JUnitException e) {
      refused = e;
    }
    configuration = read;
    wrong = refused;
  }

  /** What is wrong with what was configured; null if nothing is. */
  JUnitException wrong() {
    return wrong;
  }

  Configuration configuration() {
    return configuration;
  }
}
