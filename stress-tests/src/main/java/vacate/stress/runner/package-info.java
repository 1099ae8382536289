// SPDX-License-Identifier: GPL-2.0-only
/**
 * Runs the stress tests and says of each, in one row, what the hardware showed.
 *
 * <p>{@link vacate.stress.runner.StressSuite} lists the tests; {@link
 * vacate.stress.runner.StressRun} gives them turns, round by round, one short {@linkplain
 * vacate.stress.runner.fork.Forks fork} each, until the {@link vacate.stress.runner.Budget} is
 * spent or everything is settled; a {@link vacate.stress.runner.Tally} adds up what came of a
 * test's forks and judges it. No test gets lost: what could not be run has a row that says why.
 */
package vacate.stress.runner;
