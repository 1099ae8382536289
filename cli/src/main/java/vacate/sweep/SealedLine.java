// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import vacate.explorer.weave.Digest;
import vacate.work.JsonText;

/**
 * A JSON object on a line of its own, whose last member is a sum of all before, and of the sum of
 * the file's first line: a line of another file, or one with another character in it, is none.
 */
public final class SealedLine {
  private static final JSON LINE = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);
  private static final String SUM = ",\"sum\":\"";
  private static final String END = "\"}";
  private static final int DIGITS = 16;
  private static final int SEAL = SUM.length() + DIGITS + END.length();

  private SealedLine() {}

  /**
   * Without the end of the line.
   *
   * @param first the file's first line; empty if it is that
   */
  public static String of(Map<String, Object> members, String first) {
    try {
      String json = JsonText.encodable(LINE.asString(members));
      String body = json.substring(0, json.length() - 1);
      return body + SUM + sum(first, body) + END;
    } catch (IOException e) {
      throw new UncheckedIOException("not to be written as JSON", e);
    }
  }

  /**
   * The members of a line.
   *
   * @throws IllegalArgumentException if it is not as it was written
   */
  public static Map<String, Object> read(String line, String first) {
    int length = line.length() - SEAL;
    if (length < 1) {
      throw new IllegalArgumentException("it is too short");
    }
    String body = line.substring(0, length);
    if (!line.equals(body + SUM + sum(first, body) + END)) {
      throw new IllegalArgumentException("its sum is not that");
    }
    try {
      return LINE.mapFrom(line);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String sum(String first, String body) {
    return Digest.of((first + body).getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
