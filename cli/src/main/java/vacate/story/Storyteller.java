// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

/** Finds out what there is to tell of a defect. */
public final class Storyteller {
  /** Many times what the largest of the tests has. */
  private static final Bounds BOUNDS = new Bounds(Bounds.DEFAULT.loop(), 1_000_000);

  private final ClassLoader loader = Storyteller.class.getClassLoader();
  private final Defect defect;
  private final Exhibit exhibit;
  private final StressTest test;
  private final Progress progress;

  /**
   * @param progress is told how an exploration goes
   */
  public Storyteller(Defect defect, Progress progress) {
    this.defect = defect;
    this.exhibit = Exhibit.of(defect);
    this.test = read(exhibit.broken());
    this.progress = progress;
  }

  /**
   * The story: with a witness under the strongest model that shows the defect, and with a proof of
   * its cure under the model that has every execution of the others.
   */
  public Story tell() {
    return tell(exhibit.model(), MemoryModel.weakest());
  }

  /** The story under one model; if that is too strong it has no witness. */
  public Story tell(MemoryModel model) {
    return tell(model, model);
  }

  private Story tell(MemoryModel model, MemoryModel proof) {
    Result shown = Explorer.explore(test, loader, model, BOUNDS, progress);
    Outcome bad =
        shown.outcomes().stream()
            .filter(o -> !o.isImpossible() && o.description().startsWith(defect.id + ": "))
            .min(
                Comparator.comparing((Outcome o) -> !Telling.isDamage(o.id()))
                    .thenComparing(Outcome::witness, Account.SHORTEST)
                    .thenComparing(Outcome::id))
            .orElse(null);
    Result cured = Explorer.explore(read(exhibit.cured()), loader, proof, BOUNDS, progress);
    return bad == null
        ? new Story(
            defect, test.name(), model, shown, null, null, null, List.of(), null, curedIn(), cured)
        : story(bad.witness().token(), model, shown, cured);
  }

  /**
   * One execution of the test, of whatever outcome; nothing is explored but what would forbid it.
   *
   * @param model null for any
   * @throws IllegalArgumentException if the token is none of this test under the model
   */
  public Story replay(MemoryModel model, String token) {
    IllegalArgumentException refused = null;
    for (MemoryModel m : model == null ? MemoryModel.values() : new MemoryModel[] {model}) {
      try {
        return story(token, m, null, null);
      } catch (IllegalArgumentException e) {
        refused = e;
      }
    }
    throw refused;
  }

  private Story story(String token, MemoryModel model, Result shown, Result cured) {
    Telling telling = Telling.of(new Inspection(test, loader), test, model, token);
    Account account = telling.account();
    return new Story(
        defect,
        test.name(),
        model,
        shown,
        account.witness(),
        telling.meaning(),
        account.start(),
        account.steps(),
        telling.findings(),
        curedIn(),
        cured);
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
