// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.util.List;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.Bounds;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Breach;
import vacate.universe.Ruling;
import vacate.universe.Shard;
import vacate.universe.Swept;
import vacate.universe.Universe;
import vacate.watch.BrokenClaim;

/** A sweep of which nothing is explored: what was found of each scenario is made up. */
final class SmallSweep {
  static final Universe UNIVERSE = new Universe(1, 1);
  static final List<MemoryModel> MODELS = List.of(MemoryModel.SC, MemoryModel.JMM);

  private SmallSweep() {}

  static Terms terms(Fingerprint fingerprint) {
    return new Terms(fingerprint, Revision.CORRECTED, MODELS, UNIVERSE, Bounds.DEFAULT);
  }

  static Fingerprint fingerprint() {
    return new Fingerprint("c", "u", "e", "a", "17");
  }

  static List<Scenario> scenarios(Shard shard) {
    return shard.of(UNIVERSE.scenarios());
  }

  static Swept swept(Scenario scenario) {
    return new Swept(
        Revision.CORRECTED,
        scenario,
        List.of(
            new Ruling(
                MemoryModel.SC, Verdict.PROVED, null, 3, 1, null, null, List.of(), List.of()),
            new Ruling(
                MemoryModel.JMM,
                Verdict.REFUTED,
                "a \"reason\" \ud83d\udc27\n",
                Long.MAX_VALUE,
                0,
                "a 64-bit JVM",
                "possible",
                List.of(new Breach("it is broken", "v1.x", 7L), new Breach("C3", "v1.y", null)),
                List.of(
                    new BrokenClaim(Claim.C8, Form.LITERAL, "so"),
                    new BrokenClaim(Claim.C10, Form.QUALIFIED, "or so")))),
        true);
  }
}
