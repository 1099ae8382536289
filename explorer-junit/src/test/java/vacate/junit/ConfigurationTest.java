// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.ConfigurationParameters;
import vacate.explorer.Bounds;
import vacate.explorer.monitor.Monitor;

class ConfigurationTest {
  /** As a file of properties would say it. */
  private record Given(Map<String, String> said) implements ConfigurationParameters {
    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(said.get(key));
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
      return get(key).map(Boolean::valueOf);
    }

    @Override
    @Deprecated
    public int size() {
      return said.size();
    }

    @Override
    public Set<String> keySet() {
      return said.keySet();
    }
  }

  private static Configuration read(Map<String, String> said) {
    return Configuration.of(new Given(said));
  }

  @Test
  void whatIsNotSaidIsAsUsual() {
    Configuration usual = read(Map.of("junit.jupiter.execution.parallel.enabled", "true"));

    assertThat(usual.terms()).isEqualTo(ExplorationTerms.DEFAULT);
    assertThat(usual.maxTime()).isNull();
  }

  @Test
  void eachParameterIsRead() {
    Configuration all =
        read(
            Map.ofEntries(
                Map.entry("vacate.model", "jmm,SC,jmm"),
                Map.entry("vacate.loop-bound", "7"),
                Map.entry("vacate.max-executions", "100000000000"),
                Map.entry("vacate.max-time", "1h"),
                Map.entry("vacate.max-time-per-test", " 90s "),
                Map.entry("vacate.strict", "true"),
                Map.entry("vacate.races", "true"),
                Map.entry("vacate.lock-order", "true"),
                Map.entry("vacate.jobs", "3"),
                Map.entry("vacate.bounded", "passed"),
                Map.entry("vacate.not-run", "failed")));

    assertThat(all.maxTime()).isEqualTo(Duration.ofHours(1));
    ExplorationTerms terms = all.terms();
    assertThat(terms.models()).containsExactly(JMM, SC);
    assertThat(terms.bounds()).isEqualTo(new Bounds(7, 100_000_000_000L));
    assertThat(terms.maxTime()).isEqualTo(Duration.ofSeconds(90));
    assertThat(terms.strict()).isTrue();
    assertThat(terms.monitors())
        .extracting(Monitor::name)
        .isEqualTo(List.of("data races", "lock order cycles"));
    assertThat(terms.workers()).isEqualTo(3);
    assertThat(terms.bounded()).isEqualTo(Unproved.PASSED);
    assertThat(terms.notRun()).isEqualTo(Unproved.FAILED);
    assertThat(Configuration.Key.values()).hasSize(11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vacate.model             | x86       | no memory model named x86
          vacate.model             | sc,       | no memory model named
          vacate.loop-bound        | 0         | 0 is not between 1 and 2147483647
          vacate.loop-bound        | 3000000000| 3000000000 is not between 1 and 2147483647
          vacate.max-executions    | many      | many is no number
          vacate.max-time          | 1 h       | 1 h is no time; as 90s, 10m or 1h30m
          vacate.max-time-per-test | 0s        | 0s is no time; as 90s, 10m or 1h30m
          vacate.strict            | yes       | yes is neither true nor false
          vacate.jobs              | -1        | -1 is not between 1 and 1024
          vacate.bounded           | green     | green is none of aborted, failed, passed
          vacate.not-run           | passed    | passed is none of aborted, failed
          """)
  void whatCannotBeIsRefusedByName(String name, String value, String why) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(JUnitException.class)
        .hasMessageStartingWith(name + ": " + why);
  }

  @Test
  void aMisspeltParameterIsNotPassedOver() {
    assertThatThrownBy(() -> read(Map.of("vacate.models", "sc")))
        .isInstanceOf(JUnitException.class)
        .hasMessageStartingWith("vacate.models is no parameter of this engine; there are vacate.");
  }

  @Test
  void propertiesOfTheJvmMayBeForOthers() {
    System.setProperty("vacate.version", "1");
    try {
      assertThat(read(Map.of("vacate.version", "1")).terms()).isEqualTo(ExplorationTerms.DEFAULT);
    } finally {
      System.clearProperty("vacate.version");
    }
  }
}
