// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vacate.explorer.weaken.Statements;
import vacate.revision.Revision;

/**
 * The port with one step out of order or left out, and the step at which that must be seen.
 *
 * @param name the function, and what is wrong with it
 * @param path where it is looked for
 * @param table the table that must disagree
 * @param kernel the step that it asks for
 * @param port what the mutant does there; empty if nothing more
 */
record OrderMutant(
    String name,
    Revision revision,
    Reordering edit,
    String path,
    String table,
    String kernel,
    String port) {
  static OrderMutant of(
      String name,
      String type,
      String method,
      Consumer<Statements> change,
      String path,
      String table,
      String kernel,
      String port) {
    Revision revision = type.equals("revision.Corrected") ? Revision.CORRECTED : Revision.POSTED;
    Reordering edit = Reordering.of(type, method, change);
    return new OrderMutant(name, revision, edit, path, table, kernel, port);
  }

  static List<OrderMutant> all() {
    return Stream.of(
            MutantsOfLocks.ALL,
            MutantsOfPages.ALL,
            MutantsOfSlabs.ALL,
            MutantsOfObjects.ALL,
            MutantsOfVacate.ALL,
            MutantsOfCaches.ALL,
            MutantsOfCorrected.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
