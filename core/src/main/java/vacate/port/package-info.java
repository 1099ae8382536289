// SPDX-License-Identifier: GPL-2.0-only
/** The port as people who know the kernel speak of it. */
package vacate.port;
