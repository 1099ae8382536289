// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Setups that look at the time, or wait for it to pass. */
package vacate.explorer.setups;
