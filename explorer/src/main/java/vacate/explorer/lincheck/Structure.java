// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

import java.util.List;

/**
 * A class with Lincheck's {@code @Operation} methods: a data structure, or what stands before one.
 *
 * @param className binary name
 * @param operations in the order of the class file, those of its superclasses behind its own
 * @param validation the method with {@code @Validate}; null if there is none
 * @param refusal why it is not explored; null if it can be
 */
public record Structure(
    String className, List<StructureOperation> operations, String validation, String refusal) {
  public Structure {
    operations = List.copyOf(operations);
  }

  /** The name, as tests are named. */
  public String name() {
    return className.replace('$', '.');
  }
}
