// SPDX-License-Identifier: GPL-2.0-only

/** Linearizability of allocate, free and vacate, judged by Lincheck. */
package vacate.lincheck;
