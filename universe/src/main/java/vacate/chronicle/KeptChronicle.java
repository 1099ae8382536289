// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What the build has found of the versions, kept with the program. The build explores it anew, and
 * fails if that comes to anything else.
 */
public final class KeptChronicle {
  private static final String FILE = "sightings.tsv";

  private KeptChronicle() {}

  /** What is kept. */
  public static Chronicle read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                KeptChronicle.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return Chronicle.read(in.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
