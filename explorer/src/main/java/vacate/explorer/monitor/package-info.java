// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** What is asked of each execution of a search, besides its outcome. */
package vacate.explorer.monitor;
