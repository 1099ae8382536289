// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.modular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.opentest4j.AssertionFailedError;
import vacate.explorer.Explorer;
import vacate.junit.Explore;

/** The explorer and its engine as modules: what they do not say that they need, they have not. */
class ModulePathTest {
  private static String path(Class<?>... ofEach) {
    return Stream.of(ofEach)
        .map(ModulePathTest::path)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String path(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theyExploreATest() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                path(
                    Explorer.class,
                    Explore.class,
                    ClassReader.class,
                    ClassNode.class,
                    Remapper.class,
                    TestEngine.class,
                    JUnitException.class,
                    AssertionFailedError.class),
                "--add-modules",
                "vacate.junit",
                "--class-path",
                path(OnModulePath.class, JCStressTest.class),
                OnModulePath.class.getName())
            .redirectErrorStream(true)
            .start();

    List<String> said = new String(java.getInputStream().readAllBytes()).lines().toList();

    assertThat(said)
        .containsExactly("vacate.explorer", "vacate.junit", "vacate", "[1, 7, 2, 0, 2, 6, 2, 7]");
    assertThat(java.waitFor()).isZero();
  }
}
