// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** What calls the operations of a scenario: woven like the data structure that it calls. */
package vacate.explorer.linear.play;
