// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;
import vacate.universe.Universe;

/**
 * What a sweep of a revision has come to under a model, as it is kept with the program.
 *
 * @param universe which scenarios were swept
 * @param scenarios how many they are
 * @param cutShort how many of them were not explored to the end
 * @param executions of all of them, complete ones
 * @param claims which of the patch's claims break as they are worded, and where
 * @param qualified which do so with the condition that was to save them, too
 */
public record KeptSummary(
    Revision revision,
    Universe universe,
    MemoryModel model,
    int scenarios,
    int cutShort,
    long executions,
    SortedMap<Claim, Places> claims,
    SortedMap<Claim, Places> qualified) {
  private static final String DAILY = "daily.json";

  /**
   * Where something is broken.
   *
   * @param scenarios in how many
   * @param first of them; none has fewer operations
   */
  public record Places(int scenarios, Scenario first) {}

  /** Of the sweeps that the build repeats: it fails if one comes to anything else. */
  public static List<KeptSummary> daily() {
    try (InputStream in = KeptSummary.class.getResourceAsStream(DAILY)) {
      List<KeptSummary> all = new ArrayList<>();
      for (Object document : JSON.std.listFrom(in)) {
        all.addAll(of((Map<?, ?>) document));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What {@link SweepJson} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  private static List<KeptSummary> of(Map<?, ?> document) {
    Members sweep = new Members(document);
    Revision revision = Terms.revision(sweep);
    Universe universe = Terms.universe(sweep);
    return sweep.objects(SweepJson.SUMMARIES).stream()
        .map(
            s ->
                new KeptSummary(
                    revision,
                    universe,
                    MemoryModel.of(s.text(SweepJson.MODEL)),
                    (int) s.number(SweepJson.SCENARIOS),
                    (int) s.number(SweepJson.CUT_SHORT),
                    s.number(SweepJson.EXECUTIONS),
                    places(s.object(SweepJson.CLAIMS)),
                    places(s.object(SweepJson.QUALIFIED))))
        .toList();
  }

  private static SortedMap<Claim, Places> places(Members byClaim) {
    SortedMap<Claim, Places> all = new TreeMap<>();
    for (Object name : byClaim.map().keySet()) {
      Members where = byClaim.object(name.toString());
      all.put(
          Claim.valueOf(name.toString()),
          new Places(
              (int) where.number(SweepJson.SCENARIOS),
              Scenario.parse(where.text(SweepJson.FIRST))));
    }
    return all;
  }
}
