// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import vacate.chronicle.Sighting;

/** What was found of a defect in a version, in words. */
final class SightingText {
  private SightingText() {}

  static String of(Sighting sighting) {
    if (sighting instanceof Sighting.Seen seen) {
      return "seen: " + seen.scenario() + " => " + seen.outcome();
    }
    if (sighting instanceof Sighting.Unseen unseen) {
      return "not in "
          + unseen.executions()
          + (unseen.executions() == 1 ? " execution of " : " executions of ")
          + unseen.scenarios()
          + (unseen.scenarios() == 1 ? " scenario" : " scenarios")
          + (unseen.exhausted() ? "" : ", which were not all");
    }
    return "n/a: " + ((Sighting.NotAsked) sighting).because();
  }

  /** The same in a letter. */
  static String letter(Sighting sighting) {
    if (sighting instanceof Sighting.Seen) {
      return "Y";
    }
    return sighting instanceof Sighting.Unseen unseen ? unseen.exhausted() ? "-" : "?" : "n/a";
  }
}
