// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** What woven code calls when it runs, and the machine on which that acts. */
package vacate.explorer.hook;
