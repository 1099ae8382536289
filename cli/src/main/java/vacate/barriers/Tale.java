// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import vacate.explorer.Result;
import vacate.story.Telling;

/**
 * What goes wrong with a mutant.
 *
 * @param telling one execution
 * @param among what exploring the mutant said, of all whose executions this is the shortest; null
 *     if the execution was only rebuilt
 */
public record Tale(Telling telling, Result among) {}
