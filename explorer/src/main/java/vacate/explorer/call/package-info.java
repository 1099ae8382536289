// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** What becomes of calls of the JDK: what is refused, what becomes events, what is just made. */
package vacate.explorer.call;
