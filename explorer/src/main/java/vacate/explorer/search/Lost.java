// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** A walk that should go on where an earlier one was does not find that: all is begun again. */
final class Lost extends RuntimeException {
  static final Lost INSTANCE = new Lost();

  private static final long serialVersionUID = 1L;

  private Lost() {
    super(null, null, false, false);
  }
}
