// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import vacate.explorer.graph.Graph;
import vacate.explorer.graph.Twins;

/**
 * Which two threads are taken for twins, until one does what the other does not.
 *
 * @param names what is known of how things are called when they change places
 */
record Pairing(Twins twins, Renaming names) {
  /** The first two of which the beginnings are alike; by who holds the tape. */
  static Pairing find(Tape tape, Threads code) {
    int threads = tape.program().threads();
    Graph empty = Graph.empty(threads, tape.initialValues());
    for (int a = 0; tape.mayChooseTwins() && a < threads; a++) {
      for (int b = a + 1; b < threads; b++) {
        Pairing pairing = of(new Twins(a, b), tape);
        if (mayBe(a, b, tape) && pairing.fits(tape, code, empty)) {
          return pairing;
        }
      }
    }
    return of(Twins.NONE, tape);
  }

  /** Of which no names are known. */
  static Pairing of(Twins twins, Tape tape) {
    return new Pairing(twins, new Renaming(tape.initialValues()));
  }

  private static boolean mayBe(int a, int b, Tape tape) {
    Program program = tape.program();
    return a != program.concluding()
        && b != program.concluding()
        && program.mayWaitForEver(a) == program.mayWaitForEver(b)
        && !tape.areUnlike(new Twins(a, b));
  }

  private boolean fits(Tape tape, Threads code, Graph empty) {
    try {
      new Mirror(tape, code, this).look(empty);
      return true;
    } catch (Anew others) {
      tape.tries().forgetImages();
      return false;
    }
  }
}
