// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/**
 * What a test class says by its annotations: what it is evidence for, and what each judge is
 * expected to say of it. A nested class that says nothing is what the class around it is.
 */
public final class Evidence {
  private static final List<Class<? extends Annotation>> KINDS =
      List.of(Verifies.class, Refutes.class, Reproduces.class, Control.class);

  /** The class that was asked. */
  public final Class<?> type;

  /** What the control checks; null if it is none. */
  public final String control;

  /** Claims that its bad outcomes would break, as they stand. */
  public final List<Claim> claims;

  /** Claims that its bad outcomes would break with their {@link Qualifier}. */
  public final List<Claim> qualified;

  /** Defects that it shows, or of which it shows the cure. */
  public final List<Defect> defects;

  /** Whether the bad outcomes are expected to come about. */
  public final boolean isBroken;

  private final Class<?> speaker;

  private Evidence(Class<?> type, Class<?> speaker) {
    this.type = type;
    this.speaker = speaker;
    Control of = speaker.getAnnotation(Control.class);
    Verifies verifies = speaker.getAnnotation(Verifies.class);
    Refutes refutes = speaker.getAnnotation(Refutes.class);
    Reproduces reproduces = speaker.getAnnotation(Reproduces.class);
    control = of == null ? null : of.value();
    claims =
        verifies != null
            ? List.of(verifies.value())
            : refutes == null ? List.of() : List.of(refutes.value());
    qualified =
        verifies != null
            ? List.of(verifies.qualified())
            : refutes == null ? List.of() : List.of(refutes.qualified());
    defects =
        verifies != null
            ? List.of(verifies.cures())
            : reproduces == null ? List.of() : List.of(reproduces.value());
    isBroken = refutes != null || reproduces != null;
  }

  /**
   * Reads a class.
   *
   * @throws IllegalStateException if it does not say what it is evidence for, or says it twice
   */
  public static Evidence of(Class<?> type) {
    Class<?> speaker = classes(type).filter(Evidence::speaks).findFirst().orElse(type);
    long said = KINDS.stream().filter(speaker::isAnnotationPresent).count();
    if (said != 1) {
      throw new IllegalStateException(
          type.getName()
              + (said == 0 ? " does not say what it is evidence for" : " is of two kinds"));
    }
    return new Evidence(type, speaker);
  }

  private static boolean speaks(Class<?> type) {
    return KINDS.stream().anyMatch(type::isAnnotationPresent);
  }

  /** The class and those around it, innermost first. */
  private static Stream<Class<?>> classes(Class<?> type) {
    return Stream.iterate(type, c -> c != null, Class::getEnclosingClass);
  }

  /** The claims, those that are qualified, then the defects, each alone; or the control. */
  public List<Topic> topics() {
    if (control != null) {
      return List.of(Topic.control("control", control));
    }
    return Stream.of(
            claims.stream().map(Topic::of),
            qualified.stream().map(claim -> Topic.of(claim, Form.QUALIFIED)),
            defects.stream().map(Topic::of))
        .flatMap(topics -> topics)
        .toList();
  }

  public TopicKind kind() {
    if (control != null) {
      return TopicKind.CONTROL;
    }
    return claims.isEmpty() && qualified.isEmpty() ? TopicKind.DEFECT : TopicKind.CLAIM;
  }

  /**
   * The revision under test: its label begins the name of the class, or of the class around it.
   * Null if there is none: a lesson, a control.
   */
  public Revision revision() {
    return classes(type)
        .map(c -> revision(c.getSimpleName()))
        .filter(revision -> revision != null)
        .findFirst()
        .orElse(null);
  }

  private static Revision revision(String name) {
    return Arrays.stream(Revision.values())
        .filter(r -> name.regionMatches(true, 0, r.label, 0, r.label.length()))
        .max(Comparator.comparingInt(r -> r.label.length()))
        .orElse(null);
  }

  /**
   * What the judge is expected to say.
   *
   * @param model null for hardware, which has none
   * @throws IllegalStateException if it is a control that does not say it
   */
  public List<Verdict> expected(Judge judge, MemoryModel model) {
    Expects said = said(judge, model);
    if (said != null) {
      return List.of(said.value());
    }
    if (control != null) {
      throw new IllegalStateException(type.getName() + " does not say what it expects of " + judge);
    }
    return List.of(
        judge == Judge.JCSTRESS
            ? isBroken ? Verdict.OBSERVED : Verdict.NOT_OBSERVED
            : isBroken ? Verdict.REFUTED : Verdict.PROVED);
  }

  /** Why that is expected; empty where the verdict alone says it. */
  public String because(Judge judge, MemoryModel model) {
    Expects said = said(judge, model);
    return said == null ? "" : said.because();
  }

  private Expects said(Judge judge, MemoryModel model) {
    return Arrays.stream(speaker.getAnnotationsByType(Expects.class))
        .filter(e -> e.of() == judge)
        .filter(e -> e.under().length == 0 || List.of(e.under()).contains(model))
        .findFirst()
        .orElse(null);
  }
}
