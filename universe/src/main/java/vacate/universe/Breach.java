// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

/**
 * What is broken in a scenario.
 *
 * @param what in words, the same in each scenario in which it is
 * @param token rebuilds one execution that shows it
 * @param executions how many do; null if they were not counted
 */
public record Breach(String what, String token, Long executions) {}
