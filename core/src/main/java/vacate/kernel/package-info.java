// SPDX-License-Identifier: GPL-2.0-only

/**
 * The primitives that the protocol stands on, each with the ordering that 2.6.22 documents and no
 * more: barriers, bit operations, the bit spin lock, the spin lock, {@code atomic_t}, {@code
 * list_head}, one CPU's state, {@code kmalloc} and {@code BUG_ON}.
 */
package vacate.kernel;
