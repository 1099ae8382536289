// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.io.File;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vacate.explorer.weave.Digest;

/**
 * What a program was told of what is outside of it: properties, the environment, files, classes
 * that it can do without. Who goes on with the exploration of another run counts executions of two
 * programs as those of one where that is told something else.
 */
public final class Surroundings {
  private static final String CLASS = "class ";
  private static final String ABSENT = "absent";

  /** By question; null is an answer that nobody can compare. */
  private final Map<String, String> answers = new TreeMap<>();

  private Map<String, String> expected = Map.of();

  /**
   * The program was told something.
   *
   * @param method as {@code class.method}
   * @param of what it was asked of, and with what
   * @return whether another run, with which this one goes on, was told the same, if it has asked
   */
  public synchronized boolean told(String method, Object[] of, Object answer) {
    String question = method + Arrays.stream(of).map(Surroundings::text).toList();
    String text = Digest.of(text(answer).getBytes(StandardCharsets.UTF_8)); // it may be a secret
    answers.putIfAbsent(question, text);
    return !expected.containsKey(question) || Objects.equals(expected.get(question), text);
  }

  /** The program looks at what may be another thing in each run. */
  public synchronized void looked(String method) {
    answers.put(method, null);
  }

  /** The program does without a class. */
  synchronized void absent(String name) {
    answers.put(CLASS + name, ABSENT);
  }

  /** What was told so far, by question; null is an answer that nobody can compare. */
  public synchronized Map<String, String> answers() {
    return new TreeMap<>(answers);
  }

  /**
   * Goes on with another run, which was told this.
   *
   * @param isAbsent whether there is no class of that name
   * @return whether what both have asked was answered alike, as far as anybody can say
   */
  public synchronized boolean isAsIn(Map<String, String> other, Predicate<String> isAbsent) {
    for (Map.Entry<String, String> before : other.entrySet()) {
      String question = before.getKey();
      boolean same =
          question.startsWith(CLASS)
              ? isAbsent.test(question.substring(CLASS.length()))
              : before.getValue() != null
                  && Objects.equals(
                      before.getValue(), answers.getOrDefault(question, before.getValue()));
      if (!same) {
        return false;
      }
    }
    expected = Map.copyOf(other);
    return true;
  }

  private static String text(Object o) {
    if (o instanceof Class<?> type) {
      return type.getName();
    }
    if (o instanceof Collection<?> many) {
      return many.stream().map(Surroundings::text).collect(Collectors.joining(", "));
    }
    if (o instanceof Map<?, ?> map) {
      return text(new TreeMap<>(map).entrySet());
    }
    boolean isText =
        o == null
            || o instanceof String
            || o instanceof Number
            || o instanceof Boolean
            || o instanceof File
            || o instanceof URL
            || o instanceof Map.Entry;
    return isText ? String.valueOf(o) : o.getClass().getName();
  }
}
