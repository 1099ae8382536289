// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vacate.explorer.cases.Fib;
import vacate.explorer.jcstress.StressTest;

/** The tests of {@link vacate.explorer.cases}, for what holds of each. */
final class Cases {
  private static final String PACKAGE = Fib.class.getPackageName() + ".";

  /**
   * Each takes seconds to explore, whatever the bounds: as long as a hundred others. What they are
   * there for is tested where they are named.
   */
  private static final Set<String> LONG =
      Set.of(
          "Fib",
          "LateInitializers.Waits",
          "StartedThreads.InvokesAll",
          "StartedThreads.PoolRaces",
          "StartedThreads.SingleThread",
          "StartingInitializers.TwoPools");

  private Cases() {}

  /** Of all classes that were compiled with these. */
  static TestSuite suite() throws IOException, URISyntaxException {
    return new TestSuite(
        List.of(Path.of(Fib.class.getProtectionDomain().getCodeSource().getLocation().toURI())));
  }

  /** All but those that take long. */
  static List<StressTest> of(TestSuite suite) {
    return suite.tests().stream()
        .filter(test -> test.name().startsWith(PACKAGE) && !isLong(test))
        .toList();
  }

  static boolean isLong(StressTest test) {
    return test.name().startsWith(PACKAGE)
        && LONG.contains(test.name().substring(PACKAGE.length()));
  }
}
