// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.time.Duration;

/**
 * Where a run stands.
 *
 * @param current name of the test whose fork is just starting; null at the end
 * @param done number of tests that are settled
 * @param total number of tests
 * @param observed number of tests that have shown something bad, expected or not
 * @param forks forks that have ended
 * @param elapsed since the run began
 * @param remaining estimate, at the pace so far and if what must be seen is seen soon; never more
 *     than what is left of the time
 */
public record RunProgress(
    String current,
    int done,
    int total,
    int observed,
    int forks,
    Duration elapsed,
    Duration remaining) {}
