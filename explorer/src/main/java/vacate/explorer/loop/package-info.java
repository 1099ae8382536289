// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Whether a turn of a loop was a wait, and how long loops and calls may go on that are not. */
package vacate.explorer.loop;
