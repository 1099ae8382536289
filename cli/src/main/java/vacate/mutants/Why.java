// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

/**
 * Why a mutant survives.
 *
 * @param kind whether it is as good as the protocol
 * @param sentence why, or what would show it
 */
record Why(Survival.Kind kind, String sentence) {
  boolean isEquivalent() {
    return kind == Survival.Kind.EQUIVALENT;
  }
}
