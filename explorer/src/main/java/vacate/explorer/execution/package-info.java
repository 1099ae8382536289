// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** One execution of a test as data: its events, and what relates them. Knows no other package. */
package vacate.explorer.execution;
