// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.List;
import java.util.Map;
import vacate.explorer.model.MemoryModel;

/**
 * What one pass has come to.
 *
 * @param results under each of its models
 * @param setUp whether the test could be set up
 * @param asksForThreads whether it would say more if the test might start threads
 * @param late classes that would have to be initialised before, for it to say more
 * @param settled whether there is no more to say under any of them
 * @param cutShort whether it would say more if it had not been stopped
 */
record PassResult(
    Map<MemoryModel, Result> results,
    boolean setUp,
    boolean asksForThreads,
    List<String> late,
    boolean settled,
    boolean cutShort) {
  /** Explores. */
  static PassResult by(Exploration exploration) {
    return of(exploration, exploration.runAll());
  }

  /** Of an exploration that is over. */
  static PassResult of(Exploration exploration, Map<MemoryModel, Result> results) {
    return new PassResult(
        results,
        exploration.isSetUp(),
        exploration.asksForThreads(),
        exploration.late(),
        exploration.isSettled(),
        exploration.isCutShort());
  }
}
