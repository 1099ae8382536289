// SPDX-License-Identifier: GPL-2.0-only
/**
 * Runs the stress tests and says of each, in one row, what the hardware showed.
 *
 * <p>{@link vacate.stress.runner.StressSuite} lists the tests. A {@link
 * vacate.stress.runner.StressRun} has the {@link vacate.stress.runner.Capacity} measured, makes a
 * {@link vacate.stress.runner.Plan} of what can be decided in the time that there is, and carries
 * it out in short {@linkplain vacate.stress.runner.fork.Forks forks}, as the {@link
 * vacate.stress.runner.Schedule} has it; a {@link vacate.stress.runner.Tally} adds up what came of
 * a test's forks and judges it. No test gets lost: what was left out, could not be decided or could
 * not be run has a row that says why. Clock, processors and forks are a {@link
 * vacate.stress.runner.Platform}, so that all of it can be had without any.
 */
package vacate.stress.runner;
