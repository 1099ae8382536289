// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

import java.util.List;

/**
 * A method with {@code @Operation}.
 *
 * @param descriptor of its parameters and what it returns, JVMS 4.3.3
 * @param parameters what each is given
 * @param group of operations that never run in parallel; null if it may run beside any other
 * @param once whether it is called at most once
 */
public record StructureOperation(
    String name, String descriptor, List<Domain> parameters, String group, boolean once) {
  public StructureOperation {
    parameters = List.copyOf(parameters);
  }
}
