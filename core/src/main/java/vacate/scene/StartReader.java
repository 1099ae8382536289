// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a {@link Start}, word for word. */
final class StartReader {
  private static final String PINNED = "pinned(";

  private final Set<CacheFlag> cache = EnumSet.noneOf(CacheFlag.class);
  private final Set<Integer> pinned = new TreeSet<>();
  private final Line line;
  private final int end;
  private Shape shape;

  /**
   * @param end where in the line what follows begins
   */
  StartReader(Line line, int end) {
    this.line = line;
    this.end = end;
  }

  Start read() {
    List<Line.Part> words = line.words(end);
    words.forEach(this::read);
    if (shape == null) {
      throw new ScenarioException(
          "\""
              + line.text()
              + "\" lacks a state of the page, one of "
              + Arrays.toString(Shape.values()),
          end);
    }
    for (Line.Part word : words) {
      if (isPinned(word)) {
        word.meaning(() -> new Start(cache, shape, Set.of(slot(word))));
      }
    }
    return new Start(cache, shape, pinned);
  }

  private void read(Line.Part word) {
    CacheFlag flag = constant(CacheFlag.values(), word);
    Shape page = constant(Shape.values(), word);
    if (isPinned(word)) {
      pinned.add(slot(word));
    } else if (page != null && shape == null) {
      shape = page;
    } else if (flag != null) {
      cache.add(flag);
    } else {
      throw new ScenarioException(
          "\""
              + word.text()
              + "\" is no state of a page, which is one of "
              + Arrays.toString(Shape.values())
              + ", and no flag of a cache, which are "
              + Arrays.toString(CacheFlag.values()),
          word.start());
    }
  }

  private static boolean isPinned(Line.Part word) {
    return word.text().startsWith(PINNED)
        && word.text().length() == PINNED.length() + 2
        && Character.isDigit(word.text().charAt(PINNED.length()))
        && word.text().endsWith(")");
  }

  private static int slot(Line.Part word) {
    return Character.digit(word.text().charAt(PINNED.length()), 10);
  }

  private static <E extends Enum<E>> E constant(E[] values, Line.Part word) {
    for (E value : values) {
      if (value.toString().equals(word.text())) {
        return value;
      }
    }
    return null;
  }
}
