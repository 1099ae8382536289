// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/**
 * One step of a thread, as recorded from its code.
 *
 * @param access bits of {@link vacate.explorer.graph.Access}
 * @param location the location, or -1
 * @param value what a write writes
 * @param site where in the source, as far as known
 * @param skipped how much the thread did since the step before that is no event, see {@link Asides}
 */
record Op(int access, int location, long value, Object site, int skipped) {
  boolean same(int location, long value) {
    return this.location == location && this.value == value;
  }
}
