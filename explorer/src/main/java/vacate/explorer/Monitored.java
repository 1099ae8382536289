// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;

/**
 * What one monitor has found in a test.
 *
 * @param monitor what it looks for, in the plural
 * @param violations in the order in which they were found
 */
public record Monitored(String monitor, List<MonitorReport> violations) {
  public Monitored {
    violations = List.copyOf(violations);
  }
}
