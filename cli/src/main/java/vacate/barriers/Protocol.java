// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.explorer.jcstress.StressTest;
import vacate.port.Port;

/** What of this project the mutants are tried on. */
public final class Protocol {
  /** Methods that are a barrier, a lock or a bit operation; each call of one is a place. */
  public static final Pattern PRIMITIVE =
      Pattern.compile(
          Stream.concat(
                  Port.primitives().stream().map(type -> Pattern.quote(type.getName())),
                  Stream.of("vacate[.]stress[.]slice[.](FreshPage|S09_LastPut.OwnedPage)"))
              .collect(Collectors.joining("|", "(", ")[.].*")));

  /** The scene of a test is not what is tested. */
  public static final Pattern SCENERY = Pattern.compile("vacate[.]scene[.].*");

  /**
   * Small tests of the corrected protocol that together reach every step. P11's with debugging is
   * the one in which another CPU sees what {@code __slab_alloc} did before its unlock at debug.
   */
  private static final Pattern CORRECTED =
      Pattern.compile(
          "[.]protocol[.](P(01|02|03|04|06|10|11|14|15|20|21|22|23)_\\w+[$]Corrected"
              + "|P11_\\w+[$]CorrectedStoreUser)$");

  /** One of each lesson that is right. */
  private static final Pattern SLICES =
      Pattern.compile(
          "[.]slice[.](S03_\\w+[$](Acquire|Locking)Reader|S04_\\w+[$]AcquireReader"
              + "|S05_\\w+[$](BitSpinLocked|SpinLockExcludes)|S09_\\w+[$]LastPutSeesAll)$");

  private Protocol() {}

  /** Tests from which steps are left out. */
  public static List<StressTest> corrected(List<StressTest> all) {
    return in(all, CORRECTED);
  }

  /** Tests whose ordered accesses are weakened. */
  public static List<StressTest> weakened(List<StressTest> all) {
    return all.stream()
        .filter(
            t -> CORRECTED.matcher(t.className()).find() || SLICES.matcher(t.className()).find())
        .toList();
  }

  private static List<StressTest> in(List<StressTest> all, Pattern names) {
    return all.stream().filter(t -> names.matcher(t.className()).find()).toList();
  }
}
