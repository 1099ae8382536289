// SPDX-License-Identifier: GPL-2.0-only
package vacate.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vacate.kernel.Kernel;
import vacate.kernel.OneStep;
import vacate.kernel.Primitive;
import vacate.kernel.Unshared;

class PortTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vacate.kernel", "vacate.mm", "vacate.slub", "vacate.revision");

  private static boolean says(JavaClass type) {
    return type.isAnnotatedWith(Primitive.class)
        || type.isAnnotatedWith(OneStep.class)
        || type.isAnnotatedWith(Unshared.class)
        || type.getMethods().stream()
            .anyMatch(
                m ->
                    m.isAnnotatedWith(Kernel.class)
                        || m.isAnnotatedWith(OneStep.class)
                        || m.isAnnotatedWith(Unshared.class));
  }

  @Test
  void noClassThatSaysSomethingIsForgotten() {
    Set<String> saying =
        ALL.stream()
            .filter(PortTest::says)
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        Port.types().stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).containsAll(saying);
  }
}
