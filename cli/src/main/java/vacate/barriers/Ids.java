// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Short names for mutants that have none of their own. */
public final class Ids {
  private Ids() {}

  /** Eight digits that stay the same as long as the mutant does. */
  public static String of(String mutant) {
    CRC32 crc = new CRC32();
    crc.update(mutant.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
