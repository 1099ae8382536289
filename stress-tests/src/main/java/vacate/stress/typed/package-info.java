// SPDX-License-Identifier: GPL-2.0-only
/**
 * Any scenario as a stress test: which one the JVM is told when it starts. A class for each number
 * of CPUs that do something.
 */
package vacate.stress.typed;
