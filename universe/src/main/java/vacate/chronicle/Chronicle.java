// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.history.Proof;
import vacate.revision.Revision;

/**
 * What was found of every defect that can be looked for, in every version that was ported.
 *
 * @param sightings of each such defect, by version
 */
public record Chronicle(Map<HistoricDefect, Map<Revision, Sighting>> sightings) {
  public Chronicle {
    Map<HistoricDefect, Map<Revision, Sighting>> copy = new LinkedHashMap<>();
    sightings.forEach((defect, found) -> copy.put(defect, Map.copyOf(found)));
    sightings = copy;
  }

  /** What can be looked for. */
  public static List<HistoricDefect> defects() {
    return Arrays.stream(HistoricDefect.values())
        .filter(d -> d.proof instanceof Proof.Explored)
        .toList();
  }

  /**
   * Looks for all of it, in some versions. If the calling thread is interrupted, it stays so, and
   * this is what was found until then.
   *
   * @param each is told of each version before it is begun
   */
  public static Chronicle explore(List<PostedVersion> versions, Consumer<PostedVersion> each) {
    Map<HistoricDefect, Map<Revision, Sighting>> all = new EnumMap<>(HistoricDefect.class);
    defects().forEach(defect -> all.put(defect, new EnumMap<>(Revision.class)));
    for (PostedVersion version : versions) {
      each.accept(version);
      Revision revision = version.revision.orElseThrow();
      Chronicler chronicler = new Chronicler();
      for (HistoricDefect defect : defects()) {
        Sighting found = chronicler.look(defect, revision);
        if (Thread.currentThread().isInterrupted()) {
          return new Chronicle(all); // what was at work was broken off
        }
        all.get(defect).put(revision, found);
      }
    }
    return new Chronicle(all);
  }

  /** What was found of a defect in a version; a reason why nothing was asked, if so. */
  public Sighting of(HistoricDefect defect, PostedVersion version) {
    if (version.revision.isEmpty()) {
      return new Sighting.NotAsked(version.notPorted);
    }
    if (defect.proof instanceof Proof.NotShown not) {
      return new Sighting.NotAsked(not.because());
    }
    Sighting found = sightings.getOrDefault(defect, Map.of()).get(version.revision.get());
    return found == null ? new Sighting.NotAsked("it was not explored") : found;
  }

  /** In which versions a defect was seen. */
  public Set<Revision> seen(HistoricDefect defect) {
    Set<Revision> seen = new TreeSet<>();
    sightings
        .getOrDefault(defect, Map.of())
        .forEach(
            (revision, found) -> {
              if (found instanceof Sighting.Seen) {
                seen.add(revision);
              }
            });
    return seen;
  }

  /** A line each, in the order of the defects and the versions. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (HistoricDefect defect : defects()) {
      Map<Revision, Sighting> found = sightings.getOrDefault(defect, Map.of());
      for (PostedVersion version : PostedVersion.ported()) {
        Sighting sighting = found.get(version.revision.get());
        if (sighting != null) {
          lines.add(ChronicleLine.of(defect, version.revision.get(), sighting));
        }
      }
    }
    return lines;
  }

  /**
   * Reads what {@link #lines} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Chronicle read(List<String> lines) {
    Map<HistoricDefect, Map<Revision, Sighting>> all = new EnumMap<>(HistoricDefect.class);
    lines.forEach(
        line -> {
          ChronicleLine read = ChronicleLine.read(line);
          all.computeIfAbsent(read.defect(), d -> new EnumMap<>(Revision.class))
              .put(read.revision(), read.sighting());
        });
    return new Chronicle(all);
  }
}
