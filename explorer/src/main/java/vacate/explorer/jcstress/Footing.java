// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import vacate.explorer.search.Foreknowledge;
import vacate.explorer.weave.JdkUse;

/**
 * On what footing a test is explored, which is found out by exploring it: a search that meets what
 * it cannot take on one is begun again on another.
 *
 * @param jdk what the classes of the JDK are to it
 * @param starters who may start threads, which takes more of a search
 * @param foreknown what is known of it before its actors run
 */
public record Footing(JdkUse jdk, Starters starters, Foreknowledge foreknown) {
  /** On which a search begins. */
  public static final Footing FIRST =
      new Footing(JdkUse.AS_IT_IS, Starters.NOBODY, Foreknowledge.NOTHING);

  private static final int PARTS = 3;

  /** The same but for what classes of the JDK are. */
  public Footing with(JdkUse use) {
    return new Footing(use, starters, foreknown);
  }

  /** The same, and those may start threads. */
  public Footing with(Starters who) {
    return new Footing(jdk, who, foreknown);
  }

  /** The same, and that is known before. */
  public Footing knowing(Foreknowledge known) {
    return new Footing(jdk, starters, known);
  }

  /** In one line, which is empty for {@link #FIRST}. */
  public String text() {
    return equals(FIRST) ? "" : jdk + " " + starters + " " + foreknown.text();
  }

  /**
   * What {@link #text} says.
   *
   * @throws IllegalArgumentException if it says nothing of the kind
   */
  public static Footing parse(String text) {
    if (text.isEmpty()) {
      return FIRST;
    }
    String[] parts = text.split(" ", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException("no footing: " + text);
    }
    return new Footing(
        JdkUse.valueOf(parts[0]), Starters.valueOf(parts[1]), Foreknowledge.parse(parts[2]));
  }
}
