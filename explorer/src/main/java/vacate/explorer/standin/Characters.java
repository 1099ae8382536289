// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

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

  final void add(String text) {
    used();
    String added = text == null ? "null" : text;
    int n = added.length();
    ensure(count + n);
    System.arraycopy(added.toCharArray(), 0, value, count, n);
    count += n;
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
      System.arraycopy(other.value, 0, value, count, other.count);
      count += n;
    } else {
      addPart(text, 0, text.length());
    }
  }

  /** Adds the characters from one to another. */
  final void addPart(CharSequence text, int start, int end) {
    used();
    CharSequence added = text == null ? "null" : text;
    int length = added.length();
    if (start < 0 || start > end || end > length) {
      throw new IndexOutOfBoundsException("start " + start + ", end " + end + ", length " + length);
    }
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
      System.arraycopy(old, 0, larger, 0, count);
      value = larger;
    }
  }

  /** Puts a text in the place of the characters from one to another. */
  final void put(int start, int end, String text) {
    used();
    int n = text.length();
    int length = count;
    ensure(length - (end - start) + n);
    char[] in = value;
    System.arraycopy(in, end, in, start + n, length - end);
    System.arraycopy(text.toCharArray(), 0, in, start, n);
    count = length - (end - start) + n;
  }

  final void insertAt(int at, String text) {
    used();
    if (at < 0 || at > count) {
      throw new StringIndexOutOfBoundsException("offset " + at + ", length " + count);
    }
    put(at, at, text == null ? "null" : text);
  }

  final void remove(int start, int end) {
    exchange(start, end, "");
  }

  final void exchange(int start, int end, String text) {
    used();
    int to = Math.min(end, count);
    if (start < 0 || start > to) {
      throw new StringIndexOutOfBoundsException(
          "start " + start + ", end " + to + ", length " + count);
    }
    put(start, to, text);
  }

  final void removeAt(int index) {
    used();
    check(index);
    put(index, index + 1, "");
  }

  final void turn() {
    used();
    String text = text();
    int n = text.length();
    for (int i = 0; i < n; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        vacate.explorer.hook.JdkHooks.notModelled("java.lang.StringBuilder.reverse of surrogates");
      }
      value[i] = text.charAt(n - 1 - i);
    }
  }

  final void set(int index, char c) {
    used();
    check(index);
    value[index] = c;
  }

  private void check(int index) {
    if (index < 0 || index >= count) {
      throw new StringIndexOutOfBoundsException("index " + index + ",length " + count);
    }
  }

  final void cut(int length) {
    used();
    if (length < 0) {
      throw new StringIndexOutOfBoundsException(length);
    }
    ensure(length);
    for (int i = count; i < length; i++) {
      value[i] = '\0';
    }
    count = length;
  }

  final int size() {
    used();
    return count;
  }

  final char at(int index) {
    used();
    check(index);
    return value[index];
  }

  final String text() {
    used();
    int n = count;
    char[] in = value;
    char[] copy = new char[n];
    System.arraycopy(in, 0, copy, 0, n);
    return new String(copy);
  }
}
