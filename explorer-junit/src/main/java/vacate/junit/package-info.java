// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/**
 * The explorer in people's builds: {@link vacate.junit.VacateTestEngine} has a node for each test
 * with jcstress annotations and memory model, {@link vacate.junit.Explore} is for methods of other
 * tests, and {@link vacate.junit.ResultAssert} for what they ask of a result.
 */
package vacate.junit;
