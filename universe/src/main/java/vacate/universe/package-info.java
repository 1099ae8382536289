// SPDX-License-Identifier: GPL-2.0-only
/** Scenarios as tests of the explorer: any that can be typed, with what must not come of it. */
package vacate.universe;
