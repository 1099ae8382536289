// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.nio.file.Path;
import java.util.List;
import vacate.claim.Sampled;

/**
 * What came of a run.
 *
 * @param findings one for each test, or for each of the defects that it shows, in the order of the
 *     tests
 * @param seed of the run
 * @param directory where the forks left their results
 * @param stopped whether it was stopped before its end
 * @param millis wall time
 */
public record RunReport(
    List<Sampled> findings, long seed, Path directory, boolean stopped, long millis) {}
