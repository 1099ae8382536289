// SPDX-License-Identifier: GPL-2.0-only
/** Which executions to visit next, and what threads do in them. */
package vacate.explorer.search;
