// SPDX-License-Identifier: GPL-2.0-only
/**
 * How fast the judges are; measured, never tested. {@link vacate.cli.bench.Benchmark} measures all
 * of it in one run and writes {@code docs/performance.md} and what the README says of it.
 */
package vacate.cli.bench;
