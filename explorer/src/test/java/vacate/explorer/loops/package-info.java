// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Programs with loops, and the same programs without: what waiting must not change. */
package vacate.explorer.loops;
