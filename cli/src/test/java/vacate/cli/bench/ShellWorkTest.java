// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run fails where it does not come to what is known. */
class ShellWorkTest {
  private static final Timed TIMED = new Timed(2, 3, 0, List.of());

  private static Map<String, Object> report(String verdict, String reason, long executions)
      throws IOException {
    return JSON.std.mapFrom(
        """
        {"version":1,"tests":[{"test":"a.B","model":"jmm","verdict":"%s","reason":%s,
        "executions":%d,"blocked":7,"millis":1500.0,"outcomes":[]}]}
        """
            .formatted(verdict, reason, executions));
  }

  private static ShellWork work(long known, boolean exhausts) {
    return new ShellWork("work", 1, known, exhausts, List.of("a.jar"), 2);
  }

  @Test
  void whatIsKnownIsTakenWithItsTimes() throws IOException {
    assertThat(work(5, true).read(TIMED, report("PROVED", "null", 5)))
        .isEqualTo(new ShellWork.Run(2, 3, 1.5, 1, 5, 7));
  }

  @Test
  void anotherNumberOfExecutionsIsRefused() throws IOException {
    Map<String, Object> report = report("PROVED", "null", 6);
    assertThatThrownBy(() -> work(5, true).read(TIMED, report))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("work: 6 executions, not 5");
  }

  @Test
  void anotherNumberThanTheFirstTimeIsRefused() throws IOException {
    ShellWork work = work(ShellWork.UNKNOWN, true);
    work.runs().add(work.read(TIMED, report("PROVED", "null", 5)));
    Map<String, Object> report = report("PROVED", "null", 6);
    assertThatThrownBy(() -> work.read(TIMED, report)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsNotExhaustedIsRefusedUnlessNobodyExpectsTheEnd() throws IOException {
    Map<String, Object> report = report("BOUNDED", "\"too long\"", 6);
    assertThatThrownBy(() -> work(ShellWork.UNKNOWN, true).read(TIMED, report))
        .isInstanceOf(IllegalStateException.class);
    assertThat(work(ShellWork.UNKNOWN, false).read(TIMED, report).executions()).isEqualTo(6);
  }

  @Test
  void whatCouldNotBeRunIsRefused() throws IOException {
    Map<String, Object> report = report("NOT_RUN", "\"no class\"", 0);
    assertThatThrownBy(() -> work(ShellWork.UNKNOWN, false).read(TIMED, report))
        .isInstanceOf(IllegalStateException.class);
  }
}
