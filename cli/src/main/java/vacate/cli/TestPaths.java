// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vacate.explorer.TestSuite;

/** Jars and folders of tests, as given on the command line. */
final class TestPaths {
  private TestPaths() {}

  /**
   * Reads them.
   *
   * @throws UsageException if one cannot be read, or none has a test
   */
  static TestSuite open(List<Path> paths) throws IOException {
    for (Path path : paths) {
      if (!Files.isReadable(path)) {
        throw new UsageException(path + " is no jar or folder that can be read");
      }
    }
    TestSuite suite;
    try {
      suite = new TestSuite(paths);
    } catch (java.util.zip.ZipException e) {
      throw new UsageException(paths + ": not a jar");
    }
    if (suite.tests().isEmpty()) {
      suite.close();
      throw new UsageException("no jcstress test in " + paths);
    }
    return suite;
  }
}
