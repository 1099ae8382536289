// SPDX-License-Identifier: GPL-2.0-only

/** The {@code vacate} command: runs the judges and reports what they say. */
package vacate.cli;
