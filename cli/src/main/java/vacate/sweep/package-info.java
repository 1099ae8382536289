// SPDX-License-Identifier: GPL-2.0-only
/** Sweeps in files: what one leaves for another to go on with, and shards that are added up. */
package vacate.sweep;
