// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import vacate.explorer.hook.JdkHooks;
import vacate.explorer.hook.TextHooks;

/**
 * Stands for {@link java.lang.StringBuilder} in woven code where threads share one, after its
 * Javadoc.
 */
public final class StringBuilder extends Characters
    implements Appendable, Comparable<StringBuilder> {
  public StringBuilder() {
    this(16);
  }

  public StringBuilder(int capacity) {
    super(capacity);
  }

  public StringBuilder(String text) {
    super(text);
  }

  public StringBuilder(CharSequence text) {
    super(text.length() + ROOM);
    addAll(text);
  }

  @Override
  void used() {
    JdkHooks.usesText(this);
  }

  public StringBuilder append(String text) {
    add(text);
    return this;
  }

  public StringBuilder append(Object o) {
    add(String.valueOf(o));
    return this;
  }

  public StringBuilder append(boolean b) {
    addAtOnce(String.valueOf(b));
    return this;
  }

  public StringBuilder append(int i) {
    addNumber(String.valueOf(i));
    return this;
  }

  public StringBuilder append(long l) {
    addNumber(String.valueOf(l));
    return this;
  }

  public StringBuilder append(float f) {
    add(String.valueOf(f));
    return this;
  }

  public StringBuilder append(double d) {
    add(String.valueOf(d));
    return this;
  }

  public StringBuilder append(char[] chars) {
    addAtOnce(String.valueOf(TextHooks.nonNull(chars)));
    return this;
  }

  @Override
  public StringBuilder append(CharSequence text) {
    addAll(text);
    return this;
  }

  public StringBuilder append(StringBuffer text) {
    addAll(text);
    return this;
  }

  @Override
  public StringBuilder append(char c) {
    addAtOnce(String.valueOf(c));
    return this;
  }

  public StringBuilder appendCodePoint(int point) {
    return Character.isBmpCodePoint(point)
        ? append((char) point)
        : append(Character.toString(point));
  }

  @Override
  public StringBuilder append(CharSequence text, int start, int end) {
    addPart(text, start, end);
    return this;
  }

  public StringBuilder append(char[] chars, int offset, int length) {
    addPart(TextHooks.nonNull(chars), offset, length);
    return this;
  }

  public StringBuilder insert(int at, String text) {
    insertAt(at, text);
    return this;
  }

  public StringBuilder insert(int at, Object o) {
    insertAt(at, String.valueOf(o));
    return this;
  }

  public StringBuilder insert(int at, boolean b) {
    insertAt(at, String.valueOf(b));
    return this;
  }

  public StringBuilder insert(int at, char c) {
    insertAt(at, String.valueOf(c));
    return this;
  }

  public StringBuilder insert(int at, int i) {
    insertAt(at, String.valueOf(i));
    return this;
  }

  public StringBuilder insert(int at, long l) {
    insertAt(at, String.valueOf(l));
    return this;
  }

  public StringBuilder insert(int at, CharSequence text) {
    if (text == null || text instanceof String) {
      insertAt(at, (String) text);
    } else {
      insertAll(at, text, text.length());
    }
    return this;
  }

  public StringBuilder replace(int start, int end, String text) {
    exchange(start, end, text);
    return this;
  }

  public StringBuilder delete(int start, int end) {
    remove(start, end);
    return this;
  }

  public StringBuilder deleteCharAt(int index) {
    removeAt(index);
    return this;
  }

  public StringBuilder reverse() {
    turn();
    return this;
  }

  public void setCharAt(int index, char c) {
    set(index, c);
  }

  public void setLength(int length) {
    cut(length);
  }

  @Override
  public int length() {
    return size();
  }

  @Override
  public char charAt(int index) {
    return at(index);
  }

  public int indexOf(String text) {
    return text().indexOf(TextHooks.nonNull(text));
  }

  public int indexOf(String text, int from) {
    return text().indexOf(TextHooks.nonNull(text), from);
  }

  public int lastIndexOf(String text) {
    return text().lastIndexOf(TextHooks.nonNull(text));
  }

  public int lastIndexOf(String text, int from) {
    return text().lastIndexOf(TextHooks.nonNull(text), from);
  }

  public String substring(int start) {
    return textFrom(start);
  }

  public String substring(int start, int end) {
    return text(start, end);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return substring(start, end);
  }

  @Override
  public int compareTo(StringBuilder other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
