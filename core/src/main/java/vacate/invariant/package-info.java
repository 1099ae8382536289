// SPDX-License-Identifier: GPL-2.0-only
/** What must hold of a machine on which nothing is going on. */
package vacate.invariant;
