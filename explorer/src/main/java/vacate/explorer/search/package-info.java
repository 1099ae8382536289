// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Which executions to visit next, and what threads do in them. */
package vacate.explorer.search;
