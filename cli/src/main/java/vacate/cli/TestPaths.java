// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vacate.explorer.TestSuite;

/** Jars and folders of tests, as given on the command line. */
final class TestPaths {
  private TestPaths() {}

  /**
   * Reads them; what is named twice, once.
   *
   * @throws UsageException if one cannot be read, or none has a test
   */
  static TestSuite open(List<Path> paths) throws IOException {
    return open(paths, name -> true);
  }

  /**
   * Reads the tests that are wanted, or all if there is none of these: what is there can then be
   * said.
   *
   * @throws UsageException if one cannot be read, or none has a test
   */
  static TestSuite open(List<Path> paths, Predicate<String> wanted) throws IOException {
    return open(paths, List.of(), wanted);
  }

  /**
   * The same, with what the tests need besides.
   *
   * @param libraries where no test is looked for
   * @throws UsageException if one cannot be read, or none has a test
   */
  static TestSuite open(List<Path> paths, List<Path> libraries, Predicate<String> wanted)
      throws IOException {
    List<Path> once = readable(paths);
    List<Path> besides = readable(libraries);
    TestSuite suite;
    try {
      suite = new TestSuite(once, besides, wanted);
      if (isEmpty(suite)) {
        suite.close();
        suite = new TestSuite(once, besides, name -> true);
      }
    } catch (java.util.zip.ZipException e) {
      throw new UsageException(paths + ": not a jar");
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    if (isEmpty(suite)) {
      suite.close();
      throw new UsageException("no jcstress test in " + paths + ", and no class of Lincheck's");
    }
    tell(suite.repeated());
    return suite;
  }

  private static void tell(List<String> repeated) {
    if (!repeated.isEmpty()) {
      int others = repeated.size() - 1;
      System.err.println(
          "vacate: "
              + repeated.get(0)
              + (others == 0 ? " is" : " and " + others + " more are")
              + " in several of the paths; the first counts");
    }
  }

  private static boolean isEmpty(TestSuite suite) {
    return suite.tests().isEmpty() && suite.structures().isEmpty();
  }

  /** Each once, in their order; several may be written as one, as in a class path. */
  private static List<Path> readable(List<Path> paths) throws IOException {
    Map<Path, Path> once = new LinkedHashMap<>();
    for (Path given : paths) {
      for (Path path : split(given)) {
        if (path.toString().isEmpty()) {
          throw new UsageException("a jar or folder has no name");
        }
        if (!Files.isReadable(path)) {
          throw new UsageException(path + " is no jar or folder that can be read");
        }
        once.putIfAbsent(path.toRealPath(), path);
      }
    }
    return List.copyOf(once.values());
  }

  private static List<Path> split(Path given) {
    String text = given.toString();
    return text.isEmpty() || Files.exists(given)
        ? List.of(given)
        : Stream.of(text.split(Pattern.quote(File.pathSeparator)))
            .filter(part -> !part.isEmpty())
            .map(Path::of)
            .toList();
  }
}
