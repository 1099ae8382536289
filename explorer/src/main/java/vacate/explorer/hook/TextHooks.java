// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.heap.Behalf;

/**
 * What the stand-ins of texts complain of, in the words of the running JDK: it is asked to do the
 * same with a text of its own that is as long. Public, as {@link Hooks}, only because they are
 * woven.
 */
public final class TextHooks {
  private TextHooks() {}

  /** As to look at one character does. */
  public static void checkIndex(int index, int length) {
    if (index < 0 || index >= length) {
      Behalf.charAt(text(length), index);
    }
  }

  /** As to insert does. */
  public static void checkOffset(int at, int length) {
    if (at < 0 || at > length) {
      Behalf.insertAt(text(length), at);
    }
  }

  /** As to take a part of a text does. */
  public static void checkRange(int start, int end, int length) {
    if (start < 0 || start > end || end > length) {
      Behalf.substring(text(length), start, end);
    }
  }

  /** As to add a part of something else does, which is that long. */
  public static void checkPart(int start, int end, int length) {
    if (start < 0 || start > end || end > length) {
      Behalf.appendPart(text(0), text(length), start, end);
    }
  }

  /** As where an array of the JDK's ends, which is another: it is not said where. */
  public static ArrayIndexOutOfBoundsException outOfBounds() {
    return Behalf.outOfBounds();
  }

  /** As where the JDK comes to a null, but for its words. */
  public static <T> T nonNull(T o) {
    return Behalf.nonNull(o);
  }

  private static StringBuilder text(int length) {
    if (length < 0) {
      JdkHooks.notModelled("java.lang.StringBuilder.length, which threads have made less than 0");
    }
    StringBuilder text = new StringBuilder();
    text.setLength(length);
    return text;
  }
}
