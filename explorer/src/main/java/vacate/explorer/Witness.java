// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.List;

/**
 * One execution.
 *
 * @param token what rebuilds it; null until that is done
 * @param lines the events, in an order in which each read comes after what it reads
 */
public record Witness(String token, List<String> lines) {}
