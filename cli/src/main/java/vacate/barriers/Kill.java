// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import vacate.explorer.Result;
import vacate.story.Diagnosis;

/**
 * What goes wrong with a mutant.
 *
 * @param diagnosis one execution
 * @param among what exploring the mutant said, of all whose executions this is the shortest; null
 *     if the execution was only rebuilt
 */
public record Kill(Diagnosis diagnosis, Result among) {}
