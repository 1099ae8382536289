// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Map;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Foreknowledge;

/**
 * What one pass has come to.
 *
 * @param results under each of its models
 * @param setUp whether the test could be set up
 * @param asksForThreads whether it would say more if the test might start threads
 * @param wanted what would have to be known before, for it to say more
 * @param settled whether there is no more to say under any of them
 * @param cutShort whether it would say more if it had not been stopped
 */
record PassResult(
    Map<MemoryModel, Result> results,
    boolean setUp,
    boolean asksForThreads,
    Foreknowledge wanted,
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
        exploration.wanted(),
        exploration.isSettled(),
        exploration.isCutShort());
  }
}
