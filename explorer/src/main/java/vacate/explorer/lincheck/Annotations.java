// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AnnotationNode;

/** Lincheck's annotations in class files, by name, whichever version they are of. */
final class Annotations {
  /** Of 3.x, and of 2.x. */
  private static final List<String> PACKAGES =
      List.of(
          "Lorg/jetbrains/lincheck/datastructures/",
          "Lorg/jetbrains/kotlinx/lincheck/annotations/");

  private Annotations() {}

  /** Whether a descriptor is that of an annotation of Lincheck's. */
  static boolean is(String descriptor, String name) {
    return PACKAGES.stream().anyMatch(p -> descriptor.equals(p + name + ";"));
  }

  /** Those of that name. */
  static List<AnnotationNode> all(
      List<AnnotationNode> visible, List<AnnotationNode> invisible, String name) {
    return Stream.of(visible, invisible)
        .filter(list -> list != null)
        .flatMap(List::stream)
        .filter(a -> is(a.desc, name))
        .toList();
  }

  /** The first of that name; null if there is none. */
  static AnnotationNode first(
      List<AnnotationNode> visible, List<AnnotationNode> invisible, String name) {
    return all(visible, invisible, name).stream().findFirst().orElse(null);
  }

  /** What an annotation says about one of its elements, or else a default. */
  static <T> T value(AnnotationNode annotation, String name, T otherwise) {
    for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
      if (annotation.values.get(i).equals(name)) {
        @SuppressWarnings("unchecked") // an element has one type
        T value = (T) annotation.values.get(i + 1);
        return value;
      }
    }
    return otherwise;
  }

  /** The annotations in one that holds several. */
  static List<AnnotationNode> held(List<AnnotationNode> holders) {
    List<AnnotationNode> all = new ArrayList<>();
    for (AnnotationNode holder : holders) {
      all.addAll(value(holder, "value", List.<AnnotationNode>of()));
    }
    return all;
  }
}
