// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

/** Its members are nobody else's: it is in no nest but its own. */
class ReflectedOwner {
  private int x;

  void write() {
    x = 1;
  }

  private int read() {
    return x;
  }
}
