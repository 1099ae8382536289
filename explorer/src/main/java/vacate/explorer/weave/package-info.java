// SPDX-License-Identifier: GPL-2.0-only
/** From class files to code whose memory accesses are events. */
package vacate.explorer.weave;
