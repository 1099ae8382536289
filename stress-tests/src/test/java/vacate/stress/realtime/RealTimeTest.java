// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.SoftLockup;

/** An actor that waits for a lock that is never freed comes back. */
public class RealTimeTest {
  @Test
  void aLockThatIsNeverFreedIsASoftLockupWhereTimePasses() {
    BitWord word = new BitWord();
    BitSpinLock.lock(new Cpu(0), 0, word);
    RealTime.start();
    assertThatThrownBy(() -> BitSpinLock.lock(new Cpu(1), 0, word)).isInstanceOf(SoftLockup.class);
  }

  @Test
  void plainJcstressGivesItsForksTheAgentUnlessItsUserSpeaksOfJvmArguments() {
    Path jar = Path.of("/somewhere/jcstress.jar");
    assertThat(PlainJcstress.keepingTime(new String[] {"-t", "P08"}, jar))
        .startsWith("-t", "P08", "-jvmArgsPrepend", "-javaagent:" + jar);
    String[] own = {"-jvmArgsPrepend", "-Xcomp"};
    assertThat(PlainJcstress.keepingTime(own, jar)).isEqualTo(own);
  }
}
