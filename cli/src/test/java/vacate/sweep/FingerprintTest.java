// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import vacate.explorer.World;
import vacate.slub.Slub;
import vacate.universe.Play;

class FingerprintTest {
  /** Whoever lets a scenario's verdict depend on another module must have it in the fingerprint. */
  @Test
  void hasAllCodeThatAScenariosVerdictDependsOn() {
    Set<String> known =
        Stream.of(Slub.class, Play.class, World.class, ClassReader.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
            .map(FingerprintTest::plain)
            .collect(Collectors.toSet());
    Set<String> needed =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("vacate", "org.objectweb.asm")
                .stream()
                .filter(type -> type.getPackageName().equals("vacate.universe"))
                .flatMap(type -> type.getTransitiveDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass())
                .filter(type -> type.getName().startsWith("vacate."))
                .map(FingerprintTest::place)
                .collect(Collectors.toSet());

    assertThat(needed).hasSizeGreaterThan(2).isSubsetOf(known);
  }

  private static String place(JavaClass type) {
    String file = type.getName().replace('.', '/') + ".class";
    String uri = type.getSource().orElseThrow().getUri().toString();
    assertThat(uri).endsWith(file);
    return plain(uri.substring(0, uri.length() - file.length()));
  }

  /** A folder or a jar, however it is written. */
  private static String plain(String uri) {
    return uri.replaceFirst("^jar:", "").replaceFirst("^file:/+", "/").replaceFirst("!?/$", "");
  }
}
