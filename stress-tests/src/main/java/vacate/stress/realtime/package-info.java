// SPDX-License-Identifier: GPL-2.0-only
/** Time, for tests that run on real processors. */
package vacate.stress.realtime;
