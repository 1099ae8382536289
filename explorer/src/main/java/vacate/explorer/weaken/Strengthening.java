// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

/**
 * An access that orders more than the code says.
 *
 * @param to what it orders at least; OPAQUE_ONLY, ACQUIRING, RELEASING or FULL
 */
public record Strengthening(Place at, Order to) implements Mend {
  /** An access with this order besides its own. */
  int in(int access) {
    return access | to.in(access);
  }

  @Override
  public String toString() {
    String label = to.label(Kind.LOAD);
    return ("ao".indexOf(label.charAt(0)) < 0 ? "a " : "an ") + label + " " + at;
  }
}
