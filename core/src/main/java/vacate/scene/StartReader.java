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
  private static final String OBJECTS = "objects(";

  private final Set<CacheFlag> cache = EnumSet.noneOf(CacheFlag.class);
  private final Set<Integer> pinned = new TreeSet<>();
  private final Line line;
  private final int end;
  private boolean constructor = true;
  private int perSlab = Scene.OBJECTS;
  private Shape shape;
  private final Set<Circumstance> around = EnumSet.noneOf(Circumstance.class);
  private Giving giving = Giving.ALL;

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
    words.stream().filter(w -> isNumbered(w, OBJECTS)).forEach(w -> w.meaning(() -> alone(w)));
    words.forEach(w -> w.meaning(() -> alone(w)));
    return start(perSlab, shape, pinned, around);
  }

  /** What one word asks of the others that it needs. */
  private Start alone(Line.Part word) {
    return start(
        isNumbered(word, OBJECTS) || isNumbered(word, PINNED) || isCircumstance(word)
            ? perSlab
            : Scene.OBJECTS,
        isNumbered(word, OBJECTS) && shape != Shape.PARTIAL ? Shape.FRESH : shape,
        isNumbered(word, PINNED) ? Set.of(number(word, PINNED)) : Set.of(),
        isCircumstance(word) ? upTo(word) : Set.of());
  }

  private Start start(int objects, Shape page, Set<Integer> pins, Set<Circumstance> others) {
    if (objects < 1 || objects > Start.MOST) {
      throw new IllegalArgumentException(
          "a slab has 1 to " + Start.MOST + " objects, as objects(3)");
    }
    return new Start(cache, constructor, objects, page, pins, others, giving);
  }

  private void read(Line.Part word) {
    CacheFlag flag = constant(CacheFlag.values(), word);
    Shape page = constant(Shape.values(), word);
    Giving gives = constant(Giving.values(), word);
    Circumstance circumstance = constant(Circumstance.values(), word);
    if (isNumbered(word, PINNED)) {
      pinned.add(number(word, PINNED));
    } else if (isNumbered(word, OBJECTS) && perSlab == Scene.OBJECTS) {
      perSlab = number(word, OBJECTS);
    } else if (page != null && shape == null) {
      shape = page;
    } else if (flag != null) {
      cache.add(flag);
    } else if (gives != null && giving == Giving.ALL) {
      giving = gives;
    } else if (word.text().equals(Start.NO_CONSTRUCTOR)) {
      constructor = false;
    } else if (circumstance != null) {
      around.add(circumstance);
    } else {
      throw new ScenarioException(
          "\""
              + word.text()
              + "\" is no state of a page, which is one of "
              + Arrays.toString(Shape.values())
              + ", and no flag of a cache, which are "
              + Arrays.toString(CacheFlag.values())
              + ", nor what --list names besides",
          word.start());
    }
  }

  private static boolean isCircumstance(Line.Part word) {
    return constant(Circumstance.values(), word) != null;
  }

  /** What there is around, with this word the last. */
  private Set<Circumstance> upTo(Line.Part word) {
    Set<Circumstance> before = EnumSet.noneOf(Circumstance.class);
    for (Line.Part one : line.words(end)) {
      if (isCircumstance(one) && one.start() <= word.start()) {
        before.add(constant(Circumstance.values(), one));
      }
    }
    return before;
  }

  /** Whether it is a name with a digit, as {@code pinned(0)}. */
  private static boolean isNumbered(Line.Part word, String name) {
    return word.text().startsWith(name)
        && word.text().length() == name.length() + 2
        && Character.isDigit(word.text().charAt(name.length()))
        && word.text().endsWith(")");
  }

  private static int number(Line.Part word, String name) {
    return Character.digit(word.text().charAt(name.length()), 10);
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
