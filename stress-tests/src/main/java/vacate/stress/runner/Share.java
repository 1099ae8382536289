// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

/**
 * What a plan gives to a test.
 *
 * @param forks for a test that shows nothing; one that must be seen goes on until it is
 * @param millis for which each of them takes samples
 */
public record Share(HardwareTest test, int forks, int millis) {}
