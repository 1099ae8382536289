// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/**
 * Is a data structure linearizable? All scenarios up to a bound, every execution of each, and the
 * results of each execution held against the calls made one after the other.
 */
package vacate.explorer.linear;
