// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.TextHooks;

/**
 * What {@link StringBuilder} and {@link StringBuffer} have in common: characters in an array, and
 * how many. Plain fields and elements, as in the JDK; so threads that do not exclude each other may
 * lose some, or run out of the array.
 */
abstract class Characters implements CharSequence {
  /** How many more than its text one has room for. */
  static final int ROOM = 16;

  private char[] value;
  private int count;

  Characters(int capacity) {
    value = new char[capacity];
  }

  Characters(String text) {
    this(text.length() + ROOM);
    add(text);
  }

  /** Somebody looks at the characters, or changes them. */
  void used() {}

  /** Adds a text, by the length that there is when it is put there, and the one after that. */
  final void add(String text) {
    if (text == null) {
      addAtOnce("null");
      return;
    }
    used();
    int n = text.length();
    ensure(count + n);
    copy(text, value, count);
    count += n;
  }

  /** The same by one length, as what is no text adds itself. */
  final void addAtOnce(String text) {
    used();
    int n = text.length();
    ensure(count + n);
    int at = count;
    copy(text, value, at);
    count = at + n;
  }

  /** The same, and there is room by that length, too, as a whole number adds itself. */
  final void addNumber(String text) {
    used();
    int at = count;
    int n = text.length();
    ensure(at + n);
    copy(text, value, at);
    count = at + n;
  }

  final void addPart(char[] chars, int offset, int length) {
    TextHooks.checkPart(offset, offset + length, chars.length);
    addAtOnce(String.valueOf(chars, offset, length));
  }

  private static void copy(String text, char[] into, int at) {
    move(text.toCharArray(), 0, into, at, text.length());
  }

  private static void move(char[] from, int start, char[] into, int at, int n) {
    try {
      System.arraycopy(from, start, into, at, n);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw TextHooks.outOfBounds();
    }
  }

  /**
   * Adds what is in a text of whatever kind. As in the JDK, nobody is kept from changing that
   * meanwhile: of one of these the length is asked, and then the array is copied, of others each
   * character is asked for.
   */
  final void addAll(CharSequence text) {
    if (text == null || text instanceof String) {
      add((String) text);
    } else if (text instanceof Characters other) {
      used();
      other.used();
      int n = other.length();
      ensure(count + n);
      move(other.value, 0, value, count, other.count);
      count += n;
    } else {
      addPart(text, 0, text.length());
    }
  }

  /** Adds the characters from one to another. */
  final void addPart(CharSequence text, int start, int end) {
    used();
    CharSequence added = text == null ? "null" : text;
    TextHooks.checkPart(start, end, added.length());
    int n = end - start;
    ensure(count + n);
    int at = count;
    for (int i = 0; i < n; i++) {
      value[at + i] = added.charAt(start + i);
    }
    count = at + n;
  }

  private void ensure(int capacity) {
    char[] old = value;
    if (capacity > old.length) {
      char[] larger = new char[Math.max(capacity, 2 * old.length + 2)];
      System.arraycopy(old, 0, larger, 0, old.length);
      value = larger;
    }
  }

  /** What is behind the first characters is further behind, or less. */
  private void shift(int from, int by) {
    move(value, from, value, from + by, count - from);
  }

  final void insertAt(int at, String text) {
    used();
    TextHooks.checkOffset(at, count);
    String inserted = text == null ? "null" : text;
    int n = inserted.length();
    ensure(count + n);
    shift(at, n);
    copy(inserted, value, at);
    count += n;
  }

  /** Inserts a text of whatever kind, which is asked for each character when there is room. */
  final void insertAll(int at, CharSequence text, int length) {
    used();
    TextHooks.checkOffset(at, count);
    TextHooks.checkPart(0, length, text.length());
    ensure(count + length);
    shift(at, length);
    for (int i = 0; i < length; i++) {
      value[at + i] = text.charAt(i);
    }
    count += length;
  }

  final void remove(int start, int end) {
    used();
    int length = count;
    int to = Math.min(end, length);
    TextHooks.checkRange(start, to, length);
    if (start < to) {
      shift(to, start - to);
      count = length - (to - start);
    }
  }

  final void exchange(int start, int end, String text) {
    used();
    int length = count;
    int to = Math.min(end, length);
    TextHooks.checkRange(start, to, length);
    int n = TextHooks.nonNull(text).length();
    int by = n - (to - start);
    ensure(length + by);
    shift(to, by);
    copy(text, value, start);
    count = length + by;
  }

  final void removeAt(int index) {
    used();
    TextHooks.checkIndex(index, count);
    shift(index + 1, -1);
    count--;
  }

  final void turn() {
    used();
    char[] in = value;
    int last = count - 1;
    for (int i = (last - 1) >> 1; i >= 0; i--) {
      char one = in[i];
      char other = in[last - i];
      refuseSurrogate(one);
      refuseSurrogate(other);
      in[i] = other;
      in[last - i] = one;
    }
  }

  private static void refuseSurrogate(char c) {
    if (Character.isSurrogate(c)) {
      JdkHooks.notModelled("java.lang.StringBuilder.reverse of surrogates");
    }
  }

  final void set(int index, char c) {
    used();
    TextHooks.checkIndex(index, count);
    value[index] = c;
  }

  final void cut(int length) {
    used();
    if (length < 0) {
      throw new StringIndexOutOfBoundsException(length);
    }
    ensure(length);
    if (count < length) {
      for (int i = count; i < length; i++) {
        value[i] = '\0';
      }
    }
    count = length;
  }

  final int size() {
    used();
    return count;
  }

  final char at(int index) {
    used();
    TextHooks.checkIndex(index, count);
    return value[index];
  }

  final String text() {
    used();
    char[] in = value;
    return text(in, 0, count);
  }

  /** From there to an end that may be behind the one that there is meanwhile. */
  final String textFrom(int start) {
    used();
    return text(start, count);
  }

  final String text(int start, int end) {
    used();
    TextHooks.checkRange(start, end, count);
    return text(value, start, end - start);
  }

  /** Where the array has ended there is nothing, as in the JDK. */
  private static String text(char[] in, int start, int n) {
    char[] copy = new char[n];
    move(in, start, copy, 0, Math.min(n, in.length - start));
    return new String(copy);
  }
}
