// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.Arrays;
import java.util.function.Predicate;
import vacate.history.HistoricDefect;
import vacate.history.Proof;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * A sighting as a line of text: {@code R3 posted20070504 seen 1 partial crowded: shrink => OK,
 * LOCK_LEFT}, with tabs between.
 */
record ChronicleLine(HistoricDefect defect, Revision revision, Sighting sighting) {
  private static final String TAB = "\t";
  private static final String SEEN = "seen";
  private static final String UNSEEN = "unseen";
  private static final String BOUNDED = "bounded";
  private static final String NOT_ASKED = "n/a";
  private static final int SHORT = 3;
  private static final int LONG = 5;

  static String of(HistoricDefect defect, Revision revision, Sighting sighting) {
    String head = defect.id + TAB + revision.label + TAB;
    if (sighting instanceof Sighting.Seen seen) {
      return head
          + String.join(
              TAB,
              SEEN,
              String.valueOf(seen.executions()),
              seen.scenario().toString(),
              seen.outcome());
    }
    if (sighting instanceof Sighting.Unseen unseen) {
      return head
          + String.join(
              TAB,
              unseen.exhausted() ? UNSEEN : BOUNDED,
              String.valueOf(unseen.executions()),
              String.valueOf(unseen.scenarios()));
    }
    return head + NOT_ASKED;
  }

  /**
   * What {@link #of} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static ChronicleLine read(String line) {
    String[] parts = line.split(TAB, -1);
    if (parts.length < SHORT) {
      throw new IllegalArgumentException("no sighting: " + line);
    }
    HistoricDefect defect = one(HistoricDefect.values(), d -> d.id.equals(parts[0]), line);
    Revision revision = one(Revision.values(), r -> r.label.equals(parts[1]), line);
    if (parts[2].equals(SEEN) && parts.length == LONG + 1) {
      return new ChronicleLine(
          defect,
          revision,
          new Sighting.Seen(
              Scenario.parse(parts[LONG - 1]), parts[LONG], Long.parseLong(parts[3])));
    }
    boolean exhausted = parts[2].equals(UNSEEN);
    if ((exhausted || parts[2].equals(BOUNDED)) && parts.length == LONG) {
      return new ChronicleLine(
          defect,
          revision,
          new Sighting.Unseen(
              Integer.parseInt(parts[LONG - 1]), Long.parseLong(parts[3]), exhausted));
    }
    if (parts[2].equals(NOT_ASKED) && defect.proof instanceof Proof.Explored asked) {
      return new ChronicleLine(
          defect,
          revision,
          new Sighting.NotAsked(asked.notAsked().getOrDefault(revision, "it was not asked")));
    }
    throw new IllegalArgumentException("no sighting: " + line);
  }

  private static <T> T one(T[] all, Predicate<T> is, String line) {
    return Arrays.stream(all)
        .filter(is)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sighting: " + line));
  }
}
