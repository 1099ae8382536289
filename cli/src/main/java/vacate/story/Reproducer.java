// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import vacate.claim.Defect;
import vacate.explorer.Bounds;
import vacate.explorer.Explorer;
import vacate.explorer.Inspection;
import vacate.explorer.Outcome;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Corrected;
import vacate.scene.Aftermath;

/** Finds out what there is to tell of a defect. */
public final class Reproducer {
  /** Many times what the largest of the tests has. */
  private static final Bounds BOUNDS = new Bounds(Bounds.DEFAULT.loop(), 1_000_000);

  private final ClassLoader loader = Reproducer.class.getClassLoader();
  private final Defect defect;
  private final DefectTests tests;
  private final StressTest test;
  private final Progress progress;

  /**
   * @param progress is told how an exploration goes
   */
  public Reproducer(Defect defect, Progress progress) {
    this.defect = defect;
    this.tests = DefectTests.of(defect);
    this.test = read(tests.broken());
    this.progress = progress;
  }

  /**
   * The reproduction: with a witness under the strongest model that shows the defect, and with a
   * proof of its cure under the model that has every execution of the others.
   */
  public Reproduction tell() {
    return tell(tests.model(), MemoryModel.weakest());
  }

  /** The reproduction under one model; if that is too strong it has no witness. */
  public Reproduction tell(MemoryModel model) {
    return tell(model, model);
  }

  private Reproduction tell(MemoryModel model, MemoryModel proof) {
    Result shown = Explorer.explore(test, loader, model, BOUNDS, progress);
    Outcome bad =
        shown.outcomes().stream()
            .filter(o -> !o.isImpossible() && o.description().startsWith(defect.id + ": "))
            .min(
                Comparator.comparing((Outcome o) -> !Aftermath.isBroken(o.id()))
                    .thenComparing(Outcome::witness, Story.SHORTEST)
                    .thenComparing(Outcome::id))
            .orElse(null);
    Result cured = Explorer.explore(read(tests.cured()), loader, proof, BOUNDS, progress);
    return bad == null
        ? new Reproduction(defect, test.name(), model, shown, null, curedIn(), cured)
        : reproduction(bad.witness().token(), model, shown, cured);
  }

  /**
   * One execution of the test, of whatever outcome; nothing is explored but what would forbid it.
   *
   * @param model null for any
   * @throws IllegalArgumentException if the token is none of this test under the model
   */
  public Reproduction replay(MemoryModel model, String token) {
    IllegalArgumentException refused = null;
    for (MemoryModel m : model == null ? MemoryModel.values() : new MemoryModel[] {model}) {
      try {
        return reproduction(token, m, null, null);
      } catch (IllegalArgumentException e) {
        refused = e;
      }
    }
    throw refused;
  }

  private Reproduction reproduction(String token, MemoryModel model, Result shown, Result cured) {
    Diagnosis diagnosis =
        Diagnosis.of(Inspection.toReplay(test, loader, token), test, model, token, progress);
    return new Reproduction(defect, test.name(), model, shown, diagnosis, curedIn(), cured);
  }

  private String curedIn() {
    String step = defect.curedIn.split(", ")[0];
    return declaring(step).getSimpleName() + "." + defect.curedIn;
  }

  private static Class<?> declaring(String step) {
    return Stream.<Class<?>>iterate(Corrected.class, Class::getSuperclass)
        .filter(c -> Arrays.stream(c.getDeclaredMethods()).anyMatch(m -> m.getName().equals(step)))
        .findFirst()
        .orElseThrow();
  }

  private StressTest read(Class<?> type) {
    return new TestReader(loader).read(type.getName()).orElseThrow();
  }
}
