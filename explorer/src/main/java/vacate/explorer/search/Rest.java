// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** What of the tree is left to visit for one walk, on which another can go on. */
public final class Rest {
  private static final String NOTHING = "-";

  /** All of it. */
  public static final Rest ALL = new Rest(new Position().text());

  /** Nothing. */
  public static final Rest NONE = new Rest(NOTHING);

  /** A position at the root as text, which nobody can change. */
  private final String from;

  private Rest(String from) {
    this.from = from;
  }

  /** What is left to a walk that is there now. */
  static Rest of(Position at) {
    return at.isOver() ? NONE : new Rest(at.fromTheRoot().text());
  }

  /** Whether it is nothing. */
  public boolean isNone() {
    return from.equals(NOTHING);
  }

  /** At the root, on the way to where it begins. */
  Position begin() {
    return Position.parse(from).fromTheRoot();
  }

  /** The same as a line that {@link #parse} understands. */
  public String text() {
    return from;
  }

  /**
   * What {@link #text} has said.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static Rest parse(String text) {
    return text.equals(NOTHING) ? NONE : new Rest(Position.parse(text).text());
  }
}
