// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import vacate.explorer.hook.TextHooks;

/**
 * Stands for {@link java.lang.StringBuffer} in woven code where threads share one, after its
 * Javadoc: each method has the monitor.
 */
public final class StringBuffer extends Characters implements Appendable, Comparable<StringBuffer> {
  public StringBuffer() {
    this(16);
  }

  public StringBuffer(int capacity) {
    super(capacity);
  }

  public StringBuffer(String text) {
    super(text);
  }

  public StringBuffer(CharSequence text) {
    super(text.length() + ROOM);
    addAll(text);
  }

  public synchronized StringBuffer append(String text) {
    add(text);
    return this;
  }

  public synchronized StringBuffer append(Object o) {
    add(String.valueOf(o));
    return this;
  }

  public synchronized StringBuffer append(boolean b) {
    addAtOnce(String.valueOf(b));
    return this;
  }

  public synchronized StringBuffer append(int i) {
    addNumber(String.valueOf(i));
    return this;
  }

  public synchronized StringBuffer append(long l) {
    addNumber(String.valueOf(l));
    return this;
  }

  public synchronized StringBuffer append(float f) {
    add(String.valueOf(f));
    return this;
  }

  public synchronized StringBuffer append(double d) {
    add(String.valueOf(d));
    return this;
  }

  public synchronized StringBuffer append(char[] chars) {
    addAtOnce(String.valueOf(TextHooks.nonNull(chars)));
    return this;
  }

  @Override
  public synchronized StringBuffer append(CharSequence text) {
    addAll(text);
    return this;
  }

  public synchronized StringBuffer append(StringBuffer text) {
    addAll(text);
    return this;
  }

  @Override
  public synchronized StringBuffer append(char c) {
    addAtOnce(String.valueOf(c));
    return this;
  }

  public synchronized StringBuffer appendCodePoint(int point) {
    return Character.isBmpCodePoint(point)
        ? append((char) point)
        : append(Character.toString(point));
  }

  @Override
  public synchronized StringBuffer append(CharSequence text, int start, int end) {
    addPart(text, start, end);
    return this;
  }

  public synchronized StringBuffer append(char[] chars, int offset, int length) {
    addPart(TextHooks.nonNull(chars), offset, length);
    return this;
  }

  public synchronized StringBuffer insert(int at, String text) {
    insertAt(at, text);
    return this;
  }

  public synchronized StringBuffer insert(int at, Object o) {
    insertAt(at, String.valueOf(o));
    return this;
  }

  public synchronized StringBuffer insert(int at, boolean b) {
    insertAt(at, String.valueOf(b));
    return this;
  }

  public synchronized StringBuffer insert(int at, char c) {
    insertAt(at, String.valueOf(c));
    return this;
  }

  public synchronized StringBuffer insert(int at, int i) {
    insertAt(at, String.valueOf(i));
    return this;
  }

  public synchronized StringBuffer insert(int at, long l) {
    insertAt(at, String.valueOf(l));
    return this;
  }

  public StringBuffer insert(int at, CharSequence text) {
    if (text == null || text instanceof String) {
      return insert(at, (String) text);
    }
    return insert(at, text, text.length()); // which is asked without the monitor
  }

  private synchronized StringBuffer insert(int at, CharSequence text, int length) {
    insertAll(at, text, length);
    return this;
  }

  public synchronized StringBuffer replace(int start, int end, String text) {
    exchange(start, end, text);
    return this;
  }

  public synchronized StringBuffer delete(int start, int end) {
    remove(start, end);
    return this;
  }

  public synchronized StringBuffer deleteCharAt(int index) {
    removeAt(index);
    return this;
  }

  public synchronized StringBuffer reverse() {
    turn();
    return this;
  }

  public synchronized void setCharAt(int index, char c) {
    set(index, c);
  }

  public synchronized void setLength(int length) {
    cut(length);
  }

  @Override
  public synchronized int length() {
    return size();
  }

  @Override
  public synchronized char charAt(int index) {
    return at(index);
  }

  public synchronized int indexOf(String text) {
    return text().indexOf(TextHooks.nonNull(text));
  }

  public synchronized int indexOf(String text, int from) {
    return text().indexOf(TextHooks.nonNull(text), from);
  }

  public synchronized int lastIndexOf(String text) {
    return text().lastIndexOf(TextHooks.nonNull(text));
  }

  public synchronized int lastIndexOf(String text, int from) {
    return text().lastIndexOf(TextHooks.nonNull(text), from);
  }

  public synchronized String substring(int start) {
    return textFrom(start);
  }

  public synchronized String substring(int start, int end) {
    return text(start, end);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return substring(start, end);
  }

  @Override
  public synchronized int compareTo(StringBuffer other) {
    return text().compareTo(other.text());
  }

  @Override
  public synchronized String toString() {
    return text();
  }
}
