// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vacate.claim.Claim;
import vacate.claim.Control;
import vacate.claim.Defect;
import vacate.claim.Expects;
import vacate.claim.Kind;
import vacate.claim.Reproduces;
import vacate.claim.Verdict;
import vacate.claim.Verifies;
import vacate.revision.Revision;
import vacate.stress.runner.fork.Catalog;

/**
 * Reads from a test class what it is evidence for. A nested class that says nothing is what the
 * class around it is.
 */
final class TestReader {
  private final Class<?> type;
  private final List<String> ids = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private List<Defect> shows = List.of();
  private Kind kind;
  private Verdict usual;

  private TestReader(Class<?> type) {
    this.type = type;
  }

  /**
   * Reads one test.
   *
   * @throws IllegalStateException if the class does not say what it is evidence for, or what a
   *     control is expected to show
   */
  static StressTest read(Catalog.Entry entry) {
    return new TestReader(entry.type()).test(entry);
  }

  private StressTest test(Catalog.Entry entry) {
    readControl(find(Control.class));
    readVerifies(find(Verifies.class));
    readReproduces(find(Reproduces.class));
    Expects expects = find(Expects.class);
    if (kind == null || (usual == null && expects == null)) {
      throw new IllegalStateException(entry.name() + " does not say what it is evidence for");
    }
    return new StressTest(
        entry.name(),
        entry.actors(),
        kind,
        String.join("+", ids),
        String.join("+", labels),
        expects == null ? List.of(usual) : List.of(expects.value()),
        expects == null ? "" : expects.because(),
        shows,
        revision());
  }

  private void readControl(Control control) {
    if (control != null) {
      kind = Kind.CONTROL;
      ids.add("control");
      labels.add(control.value());
    }
  }

  private void readVerifies(Verifies verifies) {
    if (verifies != null) {
      kind = verifies.value().length > 0 ? Kind.CLAIM : Kind.DEFECT;
      usual = Verdict.NOT_OBSERVED;
      for (Claim claim : verifies.value()) {
        ids.add(claim.name());
        labels.add(claim.label);
      }
      addDefects(verifies.cures());
    }
  }

  private void readReproduces(Reproduces reproduces) {
    if (reproduces != null) {
      kind = Kind.DEFECT;
      usual = Verdict.OBSERVED;
      shows = List.of(reproduces.value());
      addDefects(reproduces.value());
    }
  }

  private void addDefects(Defect[] defects) {
    for (Defect defect : defects) {
      ids.add(defect.id);
      labels.add(defect.label());
    }
  }

  private <A extends Annotation> A find(Class<A> annotation) {
    return speaker().getAnnotation(annotation);
  }

  /** The innermost class that says something. */
  private Class<?> speaker() {
    return classes()
        .filter(
            c ->
                Stream.of(Control.class, Verifies.class, Reproduces.class)
                    .anyMatch(c::isAnnotationPresent))
        .findFirst()
        .orElse(type);
  }

  /**
   * The revision that begins the name of the class, or of the class around it; only the protocol
   * has revisions.
   */
  private String revision() {
    if (!type.getPackageName().endsWith(".protocol")) {
      return null;
    }
    return classes()
        .map(c -> c.getSimpleName().toLowerCase(Locale.ROOT))
        .flatMap(
            name ->
                Arrays.stream(Revision.values())
                    .map(revision -> revision.label)
                    .filter(label -> name.startsWith(label.toLowerCase(Locale.ROOT))))
        .findFirst()
        .orElse(null);
  }

  private Stream<Class<?>> classes() {
    return Stream.iterate(type, c -> c != null, Class::getEnclosingClass);
  }
}
