// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/** What was found of cures, in the scenarios of their {@link CureTrial}. */
public record CureChronicle(List<CureFound> found) {
  /** Executions of a scenario under a model after which it is given up. */
  public static final long EXECUTIONS = 120_000;

  private static final String FILE = "cures.tsv";

  public CureChronicle {
    found = List.copyOf(found);
  }

  /**
   * What was found once of all, kept with the program. The build explores a part of it anew, and
   * fails if that comes to anything else.
   */
  public static CureChronicle kept() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                CureChronicle.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return new CureChronicle(in.lines().map(CureFound::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts cures to the test. If the calling thread is interrupted, it stays so, and this is what was
   * found until then.
   *
   * @param each is told of each cure and scenario before it is begun
   */
  public static CureChronicle explore(List<Revision> cures, BiConsumer<Revision, Scenario> each) {
    CureTrial trial = new CureTrial(EXECUTIONS);
    List<CureFound> all = new ArrayList<>();
    for (Revision cure : cures) {
      for (Scenario scenario : CureTrial.scenarios(cure)) {
        each.accept(cure, scenario);
        CureFound found = trial.look(cure, scenario);
        if (Thread.currentThread().isInterrupted()) {
          return new CureChronicle(all); // what was at work was broken off
        }
        all.add(found);
      }
    }
    return new CureChronicle(all);
  }

  /** What there is of a cure, by scenario. */
  public List<CureFound> of(Revision cure) {
    return found.stream().filter(f -> f.revision() == cure).toList();
  }

  /** A line each. */
  public List<String> lines() {
    return found.stream().map(CureFound::text).toList();
  }
}
