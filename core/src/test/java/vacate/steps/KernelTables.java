// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.Arrays;
import vacate.revision.Revision;

/** The tables of a revision. */
final class KernelTables {
  private static final String[] POSTED = {
    "locks.txt", "pages.txt", "lists.txt", "slabs.txt", "objects.txt", "vacate.txt", "caches.txt"
  };

  private KernelTables() {}

  /** The posted patch's, and in their place those in which it differs; none of other versions. */
  static Tables of(Revision revision) {
    return switch (revision) {
      case POSTED -> new Tables(POSTED);
      case CORRECTED -> differing("corrected.txt");
      case PRE_PATCH -> differing("before-the-patch.txt");
      case WITHOUT_WRITE_BARRIER -> differing("without-write-barrier.txt");
      case POSTED_20070504,
          POSTED_20070504_FIX,
          POSTED_20070707,
          POSTED_20070831,
          POSTED_20070831_RECLAIMABLE,
          POSTED_20071106,
          POSTED_20071128,
          POSTED_20080215,
          POSTED_20170307,
          POSTED_20171227,
          POSTED_2019,
          CORRECTED_20070504,
          CORRECTED_20070518,
          CORRECTED_20070707,
          CORRECTED_20070831,
          CORRECTED_20070831_RECLAIMABLE,
          CORRECTED_20071106,
          CORRECTED_20071128,
          CORRECTED_20080215,
          CORRECTED_20170307,
          CORRECTED_20171227,
          CORRECTED_2019 ->
          new Tables();
      case POSTED_20070518 -> differing("posted-in-may.txt");
    };
  }

  private static Tables differing(String file) {
    String[] files = Arrays.copyOf(POSTED, POSTED.length + 1);
    files[POSTED.length] = file;
    return new Tables(files);
  }
}
