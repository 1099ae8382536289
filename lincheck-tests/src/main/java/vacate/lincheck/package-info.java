// SPDX-License-Identifier: GPL-2.0-only

/**
 * Linearizability of allocate, free and vacate, judged by Lincheck.
 *
 * <pre>
 *   Trials: Pair × CacheFlavour × Revision × Grain, and each Hunt for one defect
 *     └──► LincheckJudge: InterleavingOptions runs TestedScene, one interleaving after the other
 *            └──► Experiment: what is wrong with this run?
 *                   LincheckRun, History  who answered what, who was over before whom, how it ended
 *                   SequentialOrder  is there an order that SlabModel explains? (both of vacate.spec)
 *            └──► Interleaved: PROVED (exhausted), BOUNDED (with the depth) or REFUTED (with the trace)
 * </pre>
 *
 * <p>What this cannot say: anything of memory barriers. Lincheck interleaves; it reorders nothing.
 */
package vacate.lincheck;
