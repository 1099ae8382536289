// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

/**
 * Something that a hardware verdict depends on.
 *
 * @param name as in {@code CPU} or {@code seed}
 */
public record Setting(String name, String value) {}
