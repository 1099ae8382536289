// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import vacate.explorer.graph.Graph;
import vacate.explorer.search.Snapshot.Event;

/**
 * A short text that rebuilds one execution: where each read reads from, and each write's place in
 * coherence order. It carries a check sum over the program's name and over all that the execution
 * does, so that it is refused where it was not made.
 */
public final class Token {
  private static final String VERSION = "v1.";

  private final byte[] choices;
  private final String sum;
  private int at;

  private Token(String sum, byte[] choices) {
    this.sum = sum;
    this.choices = choices;
  }

  /** The token of an execution of {@code program}, one that {@link Replay} has rebuilt. */
  public static String of(Graph execution, String program) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] thread : Decisions.exactly(execution)) {
      number(out, thread.length);
      for (int choice : thread) {
        number(out, choice);
      }
    }
    return VERSION
        + sum(Snapshot.of(execution), program)
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /**
   * Reads a token.
   *
   * @throws IllegalArgumentException if it is none, or of another version
   */
  public static Token parse(String text) {
    String[] parts = text.split("\\.");
    if (!text.startsWith(VERSION) || parts.length < 2 || parts.length > 3) {
      throw notOne(text);
    }
    try {
      return new Token(
          parts[1], parts.length == 2 ? new byte[0] : Base64.getUrlDecoder().decode(parts[2]));
    } catch (IllegalArgumentException e) {
      throw notOne(text);
    }
  }

  private static IllegalArgumentException notOne(String text) {
    return new IllegalArgumentException("not a replay token of version 1: " + text);
  }

  /** Whether the token is that of this execution of {@code program}. */
  boolean matches(Snapshot execution, String program) {
    return sum.equals(sum(execution, program));
  }

  /** What the token says of each event, thread by thread; see {@link Decisions}. */
  int[][] choices(int threads) {
    int[][] all = new int[threads][];
    at = 0;
    for (int t = 0; t < threads; t++) {
      all[t] = new int[Math.min(next(), choices.length)];
      for (int i = 0; i < all[t].length; i++) {
        all[t][i] = next();
      }
    }
    return all;
  }

  private int next() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      if (at == choices.length) {
        throw new IllegalArgumentException("the replay token ends early");
      }
      byte b = choices[at++];
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static String sum(Snapshot execution, String program) {
    CRC32 crc = new CRC32();
    StringBuilder text = new StringBuilder(program);
    for (var thread : execution.threads()) {
      for (Event e : thread) {
        text.append('\n').append(e.access()).append(' ').append(execution.placeOf(e));
        text.append(' ').append(e.site());
      }
    }
    crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
