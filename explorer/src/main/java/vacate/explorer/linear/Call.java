// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vacate.explorer.lincheck.Domain;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.lincheck.StructureOperation;

/** An operation with its arguments, as in {@code push(1)}. */
record Call(StructureOperation operation, List<Object> arguments) {
  /**
   * All calls of a structure.
   *
   * @param values how many values of each parameter are tried
   */
  static List<Call> of(Structure structure, int values) {
    List<Call> calls = new ArrayList<>();
    for (StructureOperation operation : structure.operations()) {
      List<List<Object>> arguments = List.of(List.of());
      for (Domain domain : operation.parameters()) {
        arguments =
            arguments.stream()
                .flatMap(a -> domain.first(values).stream().map(v -> with(a, v)))
                .toList();
      }
      arguments.forEach(a -> calls.add(new Call(operation, a)));
    }
    return calls;
  }

  private static List<Object> with(List<Object> some, Object one) {
    List<Object> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  @Override
  public String toString() {
    return operation.name()
        + arguments.stream()
            .map(a -> a instanceof String ? "\"" + a + "\"" : a.toString())
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
