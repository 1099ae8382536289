// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** What is kept of explorations in a file, so that another process can go on with them. */
package vacate.explorer.checkpoint;
