// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

/** What is seen of a defect. */
public enum Symptom {
  /** CPUs wait for what never comes. */
  DEADLOCK("a deadlock"),
  /** A {@code BUG_ON} fires. */
  BUG("a BUG"),
  /** A bad pointer is followed. */
  OOPS("an oops"),
  /** A lock, or a slab, stays with nobody. */
  LEFT("a lock or a slab that stays taken"),
  /** A list, a count or a page is not what it should be. */
  DAMAGE("damage"),
  /** Memory that is never free again. */
  LEAK("a leak"),
  /** A call says what is not so. */
  ANSWER("a wrong answer"),
  /** Nothing is done where something was promised. */
  NOTHING("nothing is done");

  private final String text;

  Symptom(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
