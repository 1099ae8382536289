// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of words, read in the order in which they were written. The first word of a line says what
 * it is; any text can be a word.
 */
public final class Lines {
  private static final String EMPTY = "\\e";
  private static final String NULL = "\\0";

  private final List<String> lines;
  private int next;

  /** None yet. */
  public Lines() {
    this(new ArrayList<>());
  }

  private Lines(List<String> lines) {
    this.lines = lines;
  }

  /** To be read from the first on. */
  public static Lines of(List<String> lines) {
    return new Lines(List.copyOf(lines));
  }

  /** All of them. */
  public List<String> all() {
    return List.copyOf(lines);
  }

  /**
   * Adds a line.
   *
   * @param words each null, or with a {@code toString} that is kept
   */
  public void put(String key, Object... words) {
    StringBuilder line = new StringBuilder(key);
    for (Object word : words) {
      line.append(' ').append(written(word));
    }
    lines.add(line.toString());
  }

  /** Adds all lines of another. */
  public void add(Lines more) {
    lines.addAll(more.lines);
  }

  /** Whether the next line is of that kind. */
  public boolean isNext(String key) {
    return next < lines.size() && (lines.get(next) + " ").startsWith(key + " ");
  }

  /**
   * Reads the next line.
   *
   * @return its words behind the first
   * @throws IllegalArgumentException if there is none of that kind, or with fewer words
   */
  public Words take(String key, int words) {
    if (!isNext(key)) {
      throw new IllegalArgumentException("line " + (next + 1) + " is not " + key);
    }
    String[] all = lines.get(next++).split(" ");
    if (all.length <= words) {
      throw new IllegalArgumentException("line " + next + " ends early");
    }
    List<String> read = new ArrayList<>();
    for (int i = 1; i < all.length; i++) {
      read.add(read(all[i]));
    }
    return new Words(read);
  }

  /** Reads all lines before the next of that kind, as they are. */
  List<String> takeUpTo(String key) {
    int first = next;
    while (next < lines.size() && !isNext(key)) {
      next++;
    }
    return List.copyOf(lines.subList(first, next));
  }

  /**
   * Nothing follows.
   *
   * @throws IllegalArgumentException if something does
   */
  void end() {
    if (next < lines.size()) {
      throw new IllegalArgumentException("line " + (next + 1) + " is not expected");
    }
  }

  /** What a line says. */
  public record Words(List<String> all) {
    /** One of them, from 0; may be null. */
    public String text(int i) {
      return all.get(i);
    }

    /**
     * One that is a number.
     *
     * @throws IllegalArgumentException if it is none
     */
    public long number(int i) {
      return Long.parseLong(all.get(i));
    }

    /** One that is true or false. */
    public boolean is(int i) {
      return Boolean.parseBoolean(all.get(i));
    }
  }

  private static String written(Object word) {
    if (word == null) {
      return NULL;
    }
    String text = word.toString();
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '\\' || c >= 0x7f) {
        written.append(String.format("\\u%04x", (int) c));
      } else {
        written.append(c);
      }
    }
    return written.isEmpty() ? EMPTY : written.toString();
  }

  private static String read(String word) {
    if (word.equals(NULL)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != '\\') {
        text.append(word.charAt(i));
      } else if (!word.equals(EMPTY)) {
        if (i + 6 > word.length()) {
          throw new IllegalArgumentException("no character: " + word.substring(i));
        }
        text.append((char) Integer.parseInt(word.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        return "";
      }
    }
    return text.toString();
  }
}
