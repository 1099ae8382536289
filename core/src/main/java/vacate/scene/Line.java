// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A line of text in parts that know where in it they are. */
record Line(String text) {
  /** A part of the text, without the spaces around it, and where it begins. */
  record Part(String text, int start) {
    /** What it means; what is wrong with it is so where it begins. */
    <T> T meaning(Supplier<T> read) {
      try {
        return read.get();
      } catch (IllegalArgumentException e) {
        throw new ScenarioException(e.getMessage(), start);
      }
    }
  }

  /** What stands before an index with spaces between. */
  List<Part> words(int end) {
    List<Part> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= end; i++) {
      boolean blank = i == end || Character.isWhitespace(text.charAt(i));
      if (!blank && start < 0) {
        start = i;
      } else if (blank && start >= 0) {
        words.add(new Part(text.substring(start, i), start));
        start = -1;
      }
    }
    return words;
  }

  /** What stands from one index to another, with the mark between. */
  List<Part> parts(int from, int to, char mark) {
    List<Part> parts = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || text.charAt(i) == mark) {
        parts.add(part(start, i));
        start = i + 1;
      }
    }
    return parts;
  }

  /** What stands in a part from one index to another. */
  Part part(Part of, int from, int to) {
    return part(of.start + from, of.start + to);
  }

  private Part part(int from, int to) {
    String part = text.substring(from, to);
    int spaces = part.length() - part.stripLeading().length();
    return new Part(part.strip(), from + spaces);
  }
}
