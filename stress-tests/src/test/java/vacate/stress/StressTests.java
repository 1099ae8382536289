// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import vacate.stress.control.DekkerPlain;

/**
 * All stress test classes of this module, found in its class files, but for those that are told
 * what to play.
 */
final class StressTests {
  private StressTests() {}

  static List<Class<?>> all() {
    try {
      Path classes =
          Path.of(DekkerPlain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes)) {
        return files
            .map(file -> classes.relativize(file).toString())
            .filter(name -> name.endsWith(".class") && !name.contains("_jcstress"))
            .filter(name -> !name.contains("/typed/"))
            .map(StressTests::load)
            .filter(type -> type.isAnnotationPresent(JCStressTest.class))
            .<Class<?>>map(type -> type)
            .sorted((a, b) -> a.getName().compareTo(b.getName()))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the test says of its results: that of its metadata class, then its own. */
  static List<Outcome> outcomes(Class<?> test) {
    JCStressMeta meta = test.getAnnotation(JCStressMeta.class);
    return Stream.concat(
            meta == null
                ? Stream.empty()
                : Stream.of(meta.value().getAnnotationsByType(Outcome.class)),
            Stream.of(test.getAnnotationsByType(Outcome.class)))
        .toList();
  }

  private static Class<?> load(String file) {
    try {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      return Class.forName(name, false, StressTests.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
