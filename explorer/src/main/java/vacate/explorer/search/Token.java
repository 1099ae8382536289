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
 * does, so that it is refused where it was not made; and the footing on which the program was
 * explored, if it is not that on which a search begins.
 */
public final class Token {
  private static final String VERSION = "v1.";

  /** How many parts there are without a footing, and with one. */
  private static final int SHORT = 3;

  private static final int LONG = 4;

  private final byte[] choices;
  private final String sum;
  private final String footing;
  private int at;

  private Token(String sum, byte[] choices, String footing) {
    this.sum = sum;
    this.choices = choices;
    this.footing = footing;
  }

  /**
   * The token of an execution of {@code program}, one that {@link Replay} has rebuilt.
   *
   * @param footing on which the program was explored; empty if on that on which a search begins
   */
  public static String of(Graph execution, String program, String footing) {
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
        + encoded(out.toByteArray())
        + (footing.isEmpty() ? "" : "." + encoded(footing.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a token.
   *
   * @throws IllegalArgumentException if it is none, or of another version
   */
  public static Token parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (!text.startsWith(VERSION) || parts.length < SHORT || parts.length > LONG) {
      throw notOne(text);
    }
    try {
      byte[] footing = parts.length == LONG ? decoded(parts[LONG - 1]) : new byte[0];
      return new Token(parts[1], decoded(parts[2]), new String(footing, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw notOne(text);
    }
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  /** That on which the program was explored; empty if it is that on which a search begins. */
  public String footing() {
    return footing;
  }

  /** To be thrown of a token whose execution the program at hand does not have. */
  public static IllegalArgumentException notItsProgram(Throwable why) {
    String other = "the replay token was made for another program, or the test has changed since";
    return new IllegalArgumentException(why == null ? other : other + ": " + why.getMessage(), why);
  }

  /** To be thrown of a text that is no token. */
  public static IllegalArgumentException notOne(String text) {
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
