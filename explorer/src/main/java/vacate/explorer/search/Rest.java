// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

/** What of the tree is left to visit for one walk, on which another can go on. */
public final class Rest {
  /** All of it. */
  public static final Rest ALL = new Rest(new Position());

  /** Nothing. */
  public static final Rest NONE = new Rest(null);

  private static final String NOTHING = "-";

  /** At the root, or null. */
  private final Position from;

  private Rest(Position from) {
    this.from = from;
  }

  /** What is left to a walk that is there now. */
  static Rest of(Position at) {
    return at.isOver() ? NONE : new Rest(at.fromTheRoot());
  }

  /** Whether it is nothing. */
  public boolean isNone() {
    return from == null;
  }

  /** At the root, on the way to where it begins. */
  Position begin() {
    return from.fromTheRoot();
  }

  /** The same as a line that {@link #parse} understands. */
  public String text() {
    return from == null ? NOTHING : from.text();
  }

  /**
   * What {@link #text} has said.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static Rest parse(String text) {
    return text.equals(NOTHING) ? NONE : new Rest(Position.parse(text));
  }
}
