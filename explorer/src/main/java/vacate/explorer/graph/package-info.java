// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Execution graphs: events, reads-from, coherence order. */
package vacate.explorer.graph;
