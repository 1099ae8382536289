// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vacate.explorer.weave.Digest;

/** What has a part in where a search is besides the program: the explorer's own code, and Java. */
final class Version {
  /** One word for the code, and one for Java. */
  static final String WORDS = ofTheCode() + " " + Runtime.version();

  private Version() {}

  private static String ofTheCode() {
    try {
      Path code =
          Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Digest.of(Files.isDirectory(code) ? listed(code) : Files.readAllBytes(code));
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the explorer does not find its own code", e);
    }
  }

  /** All classes with their digests. */
  private static byte[] listed(Path folder) throws IOException {
    StringBuilder list = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> classes = files.filter(f -> f.toString().endsWith(".class")).sorted().toList();
      for (Path file : classes) {
        list.append(folder.relativize(file)).append(' ');
        list.append(Digest.of(Files.readAllBytes(file))).append('\n');
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }
}
