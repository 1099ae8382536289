// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.List;
import java.util.function.Supplier;
import vacate.explorer.search.Modes;

/**
 * A program with several places mended; all else stays as it is.
 *
 * @param program what it was before
 */
public record Mended(Modes program, List<Mend> mends) implements Modes {
  public Mended {
    mends = List.copyOf(mends);
  }

  @Override
  public int of(int access, Supplier<?> site) {
    int mended = program.of(access, site);
    for (Mend mend : mends) {
      if (mend instanceof Strengthening s && s.at().mayBe(access) && s.at().isAt(site.get())) {
        mended = s.in(mended);
      }
    }
    return mended;
  }

  @Override
  public int before(int access, Supplier<?> site) {
    int fence = program.before(access, site);
    for (Mend mend : mends) {
      if (mend instanceof InsertedFence f && f.at().mayBe(access) && f.at().isAt(site.get())) {
        fence |= f.bits();
      }
    }
    return fence;
  }
}
