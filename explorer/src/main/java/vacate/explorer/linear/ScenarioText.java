// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads scenarios as {@link CallScenario#text} writes them. */
final class ScenarioText {
  private final String text;
  private final List<Call> calls;
  private final List<Integer> longestFirst;
  private int at;

  private ScenarioText(String text, List<Call> calls) {
    this.text = text;
    this.calls = calls;
    longestFirst =
        IntStream.range(0, calls.size())
            .boxed()
            .sorted(Comparator.comparingInt(c -> -calls.get(c).toString().length()))
            .toList();
  }

  /**
   * The scenario that a text is.
   *
   * @throws IllegalArgumentException if it is none, or has a call that is not among these
   */
  static CallScenario parse(String text, List<Call> calls) {
    return new ScenarioText(text, calls).scenario();
  }

  private CallScenario scenario() {
    List<Integer> before = inBrackets();
    List<List<Integer>> threads = new ArrayList<>();
    do {
      threads.add(sequence());
    } while (takes("|"));
    List<Integer> after = inBrackets();
    skipSpace();
    if (at < text.length()) {
      throw wrong("the end");
    }
    if (threads.size() > Extent.THREADS) {
      throw new IllegalArgumentException("more than " + Extent.THREADS + " threads");
    }
    return new CallScenario(before, threads, after);
  }

  private List<Integer> inBrackets() {
    if (!takes("[")) {
      return List.of();
    }
    List<Integer> part = sequence();
    if (!takes("]")) {
      throw wrong("]");
    }
    return part;
  }

  private List<Integer> sequence() {
    List<Integer> sequence = new ArrayList<>();
    do {
      sequence.add(call());
    } while (takes(";"));
    return sequence;
  }

  private int call() {
    return longestFirst.stream()
        .filter(c -> takes(calls.get(c).toString()))
        .findFirst()
        .orElseThrow(() -> wrong("one of " + calls));
  }

  private boolean takes(String word) {
    skipSpace();
    boolean takes = text.startsWith(word, at);
    at += takes ? word.length() : 0;
    return takes;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "scenario '" + text + "': at character " + (at + 1) + " should be " + expected);
  }
}
