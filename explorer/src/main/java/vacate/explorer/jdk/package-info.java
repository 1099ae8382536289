// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** What a test may use of the JDK as it is, and which classes are the JDK's. */
package vacate.explorer.jdk;
