// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HardwareInfoTest {
  @Test
  void theMachineIsDescribedInOneLine() {
    HardwareInfo here = HardwareInfo.read();
    assertThat(here.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(here.toString())
        .doesNotContain("\n")
        .contains(here.cpu(), System.getProperty("java.vm.version"), here.os());
  }
}
