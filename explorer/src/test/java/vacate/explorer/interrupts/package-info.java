// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Interrupts of an actor. */
package vacate.explorer.interrupts;
