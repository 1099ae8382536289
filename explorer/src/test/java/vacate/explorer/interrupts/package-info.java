// SPDX-License-Identifier: GPL-2.0-only
/** Interrupts of an actor. */
package vacate.explorer.interrupts;
