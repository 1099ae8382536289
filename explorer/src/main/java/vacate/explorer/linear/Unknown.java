// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

/** What calls come to that are made one after the other cannot be said. */
final class Unknown extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unknown(String why) {
    super(why, null, false, false);
  }
}
