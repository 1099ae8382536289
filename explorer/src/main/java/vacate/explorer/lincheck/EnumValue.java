// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

/**
 * A constant of an enum of the program's.
 *
 * @param type its internal name
 */
public record EnumValue(String type, String name) {
  @Override
  public String toString() {
    return name;
  }
}
