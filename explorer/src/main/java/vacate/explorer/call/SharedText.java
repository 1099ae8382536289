// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.util.Set;
import vacate.explorer.heap.Elements;
import vacate.explorer.heap.Refusals;
import vacate.explorer.search.Stop;

/**
 * Strings that are made of an array of characters which threads share. Where all are of Latin-1 the
 * JDK reads each once, in their order ({@code StringUTF16.compress}); where one is not it begins
 * anew, and may come to a text that nobody has written: that is refused.
 */
final class SharedText {
  private static final Set<String> MAKING =
      Set.of("java.lang.String", "java.lang.String.valueOf", "java.lang.String.copyValueOf");

  private static final int LATIN_1 = 0xff;

  private final Elements elements;
  private final Refusals refusals;

  SharedText(Elements elements, Refusals refusals) {
    this.elements = elements;
    this.refusals = refusals;
  }

  /** Whether a method, as {@code Class.method}, is one that makes a string of such an argument. */
  static boolean isMade(String what, Object argument) {
    return argument instanceof char[] && MAKING.contains(what);
  }

  /**
   * Reads what the JDK is about to read.
   *
   * @param args the array; where there are more, the first place and how many
   */
  void read(String what, Object... args) throws Stop {
    char[] text = (char[]) args[0];
    int first = args.length == 1 ? 0 : (int) args[1];
    int n = args.length == 1 ? text.length : (int) args[2];
    if (first < 0 || n < 0 || n > text.length - first) {
      return; // the JDK complains before it reads
    }
    for (int i = first; i < first + n; i++) {
      elements.element(text, i);
      if (text[i] > LATIN_1) {
        throw refusals.refuse(
            "calls " + what + " with a shared array that has characters beyond Latin-1");
      }
    }
  }
}
