// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvocationTest {
  @Test
  void whoHasTheSingleJarIsToldWhatHeCanDoWithIt() {
    assertThat(Invocation.of(null, "dist/vacate.jar"))
        .isEqualTo(new Invocation("java -jar dist/vacate.jar", "dist/vacate.jar"));
  }

  @Test
  void whoHasACheckoutIsToldOfTheLauncher() {
    Invocation launcher = Invocation.of("/home/me/vacate", "cli/target/vacate.jar:lib/a.jar");
    assertThat(launcher.command()).isEqualTo("./vacate");
    assertThat(Invocation.of(null, "target/classes:lib/a.jar")).isEqualTo(launcher);
  }
}
