// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

/** Why a structure is not explored. */
final class UnfitStructure extends Exception {
  private static final long serialVersionUID = 1;

  UnfitStructure(String why) {
    super(why);
  }
}
