// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import vacate.explorer.jcstress.Expectation;

/**
 * One outcome of a jcstress test.
 *
 * @param id the result as jcstress prints it
 * @param expect the expectation of the test's own annotation
 * @param desc what the annotation says that it is
 * @param count samples that showed it, or executions that have it
 */
public record Seen(String id, Expectation expect, String desc, long count) {}
