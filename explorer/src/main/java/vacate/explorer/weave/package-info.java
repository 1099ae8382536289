// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** From class files to class files whose memory accesses call hooks; nothing here runs them. */
package vacate.explorer.weave;
