// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.slub.Slub;

/** No field of the port is forgotten by the record. */
class RecordedTest {
  /** Every field that can be written after its object was made; an array can. */
  private static Set<String> variables() throws Exception {
    Path root = Path.of(Slub.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> variables = new TreeSet<>();
    for (String type : classes(root)) {
      for (Field field : Class.forName(type.replace('/', '.')).getDeclaredFields()) {
        boolean fixed = Modifier.isFinal(field.getModifiers()) && !field.getType().isArray();
        if (!fixed && !field.isSynthetic() && !field.isEnumConstant()) {
          variables.add(type + "." + field.getName());
        }
      }
    }
    return variables;
  }

  private static List<String> classes(Path root) throws IOException {
    List<String> classes = new ArrayList<>();
    for (String part : List.of("kernel", "mm", "slub")) {
      try (Stream<Path> files = Files.list(root.resolve("vacate/" + part))) {
        files
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
            .map(file -> file.substring(0, file.length() - ".class".length()))
            .forEach(classes::add);
      }
    }
    return classes;
  }

  @Test
  void eachFieldThatChangesIsAStepOrLeftOutForAReason() throws Exception {
    Set<String> listed = new TreeSet<>(Recorded.FIELDS.keySet());
    listed.removeIf(field -> field.startsWith("vacate/slub/KmemCacheOps."));
    listed.addAll(Recorded.BY_ACCESS.keySet());
    listed.addAll(Recorded.LEFT_OUT.keySet());
    assertThat(variables()).containsExactlyInAnyOrderElementsOf(listed);
  }
}
