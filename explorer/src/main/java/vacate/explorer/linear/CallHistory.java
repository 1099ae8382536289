// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the calls of a scenario came to in an execution, and which had returned before which.
 *
 * @param damage what the structure's own validation threw; null if it found nothing
 */
record CallHistory(
    List<Taken> before, List<List<Taken>> threads, List<Taken> after, String damage) {
  CallHistory {
    before = List.copyOf(before);
    threads = threads.stream().map(List::copyOf).toList();
    after = List.copyOf(after);
  }

  /**
   * Reads what {@code PlayedCalls} tells of a scenario.
   *
   * @throws IllegalArgumentException if it is none
   */
  static CallHistory parse(CallScenario scenario, String told) {
    Reader in = new Reader(told);
    List<List<Taken>> parts = new ArrayList<>();
    List<List<Integer>> calls = scenario.parts();
    for (int part = 0; part < calls.size(); part++) {
      if (part > 0) {
        in.expect('|');
      }
      List<Taken> taken = new ArrayList<>();
      for (int call : calls.get(part)) {
        taken.add(in.taken(call));
      }
      parts.add(taken);
    }
    int last = parts.size() - 1;
    return new CallHistory(parts.get(0), parts.subList(1, last), parts.get(last), in.damage());
  }

  /** Each call with its result, and behind it of what it knew that it had returned, if any. */
  String text(List<Call> calls) {
    String parallel = threads.stream().map(t -> text(t, calls)).collect(Collectors.joining(" | "));
    return (before.isEmpty() ? "" : "[" + text(before, calls) + "] ")
        + parallel
        + (after.isEmpty() ? "" : " [" + text(after, calls) + "]")
        + (damage == null ? "" : ", damaged: " + damage);
  }

  private static String text(List<Taken> part, List<Call> calls) {
    return part.stream()
        .map(t -> calls.get(t.call()) + ": " + t.result() + seen(t))
        .collect(Collectors.joining("; "));
  }

  private static String seen(Taken taken) {
    return taken.seen().stream().allMatch(n -> n == 0)
        ? ""
        : taken.seen().stream().map(String::valueOf).collect(Collectors.joining(",", " {", "}"));
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Taken taken(int call) {
      String seen = until(':');
      int length = Integer.parseInt(until(':'));
      String result = text.substring(at, at + length);
      at += length;
      List<Integer> clock = new ArrayList<>();
      if (!seen.isEmpty()) {
        for (String number : seen.split(",")) {
          clock.add(Integer.parseInt(number));
        }
      }
      return new Taken(call, result, clock);
    }

    private String until(char c) {
      int end = text.indexOf(c, at);
      if (end < 0) {
        throw new IllegalArgumentException("no history: " + text);
      }
      String part = text.substring(at, end);
      at = end + 1;
      return part;
    }

    void expect(char c) {
      if (at >= text.length() || text.charAt(at++) != c) {
        throw new IllegalArgumentException("no history: " + text);
      }
    }

    String damage() {
      if (at == text.length()) {
        return null;
      }
      expect('!');
      return text.substring(at);
    }
  }
}
