// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

/** What every location holds before the first actor starts. */
@FunctionalInterface
public interface InitialValues {
  /** The value that the initial write of {@code location} wrote. */
  long initial(int location);
}
