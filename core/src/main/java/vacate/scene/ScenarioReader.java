// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Reads a {@link Scenario}, and knows where in the text it is. Without regular expressions: it runs
 * as setup of explorations that follow one another, and could leave something in their machinery.
 */
final class ScenarioReader {
  private static final String PINNED = "pinned(";

  private final String text;
  private final Set<CacheFlag> cache = EnumSet.noneOf(CacheFlag.class);
  private final Set<Integer> pinned = new TreeSet<>();
  private final List<List<Operation>> cpus = new ArrayList<>();
  private final Map<Integer, Operation> interrupts = new TreeMap<>();
  private Shape shape;

  /** A part of the text, without the spaces around it, and where it begins. */
  private record Part(String text, int start) {}

  ScenarioReader(String text) {
    this.text = text;
  }

  Scenario read() {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new ScenarioException(
          "\""
              + text
              + "\" lacks the colon behind the page's state, as in partial: free(0) | vacate",
          text.length());
    }
    List<Part> words = words(colon);
    for (Part word : words) {
      state(word);
    }
    if (shape == null) {
      throw new ScenarioException(
          "\"" + text + "\" lacks a state of the page, one of " + Arrays.toString(Shape.values()),
          colon);
    }
    for (Part word : words) {
      if (isPinned(word)) {
        at(word, () -> with(Set.of(slot(word)), List.of(List.of()), Map.of()));
      }
    }
    for (Part cpu : parts(colon + 1, text.length(), Scenario.BAR)) {
      int irq = cpu.text.indexOf(Scenario.IRQ);
      if (irq >= 0) {
        interrupts.put(
            cpus.size(), interrupt(part(cpu, irq + Scenario.IRQ.length(), cpu.text.length())));
      }
      Part does = irq < 0 ? cpu : part(cpu, 0, irq);
      cpus.add(does.text.equals(Scenario.NOTHING) ? List.of() : operations(does));
    }
    return with(pinned, cpus, interrupts);
  }

  private Operation interrupt(Part handler) {
    Operation operation = at(handler, () -> Operation.parse(handler.text));
    at(handler, () -> with(Set.of(), List.of(List.of()), Map.of(0, operation)));
    return operation;
  }

  private void state(Part word) {
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
              + word.text
              + "\" is no state of a page, which is one of "
              + Arrays.toString(Shape.values())
              + ", and no flag of a cache, which are "
              + Arrays.toString(CacheFlag.values()),
          word.start);
    }
  }

  private List<Operation> operations(Part cpu) {
    List<Operation> operations = new ArrayList<>();
    for (Part one : parts(cpu.start, cpu.start + cpu.text.length(), ';')) {
      Operation operation = at(one, () -> Operation.parse(one.text));
      at(one, () -> with(Set.of(), List.of(List.of(operation)), Map.of()));
      operations.add(operation);
    }
    return operations;
  }

  private Scenario with(
      Set<Integer> pins, List<List<Operation>> does, Map<Integer, Operation> comes) {
    return new Scenario(cache, shape, pins, does, comes);
  }

  /** What is wrong with a part of the text is so where that begins. */
  private static <T> T at(Part part, Supplier<T> meaning) {
    try {
      return meaning.get();
    } catch (IllegalArgumentException e) {
      throw new ScenarioException(e.getMessage(), part.start);
    }
  }

  /** What stands before an index with spaces between. */
  private List<Part> words(int end) {
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
  private List<Part> parts(int from, int to, char mark) {
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
  private Part part(Part of, int from, int to) {
    return part(of.start + from, of.start + to);
  }

  private Part part(int from, int to) {
    String part = text.substring(from, to);
    int spaces = part.length() - part.stripLeading().length();
    return new Part(part.strip(), from + spaces);
  }

  private static boolean isPinned(Part word) {
    return word.text.startsWith(PINNED)
        && word.text.length() == PINNED.length() + 2
        && Character.isDigit(word.text.charAt(PINNED.length()))
        && word.text.endsWith(")");
  }

  private static int slot(Part word) {
    return Character.digit(word.text.charAt(PINNED.length()), 10);
  }

  private static <E extends Enum<E>> E constant(E[] values, Part word) {
    for (E value : values) {
      if (value.toString().equals(word.text)) {
        return value;
      }
    }
    return null;
  }
}
