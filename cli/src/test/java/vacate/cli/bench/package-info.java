// SPDX-License-Identifier: GPL-2.0-only
/** How fast the judges are on the port; measured, never tested. */
package vacate.cli.bench;
