// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;

/** jcstress's description of what a fork is to do. */
final class Jobs {
  private Jobs() {}

  /**
   * The job of one fork. The actors are left to the operating system's scheduler, so they may
   * outnumber the processors.
   */
  static TestConfig of(ForkSpec spec, int number) {
    TestInfo info = TestList.getInfo(spec.test());
    return new TestConfig(
        new ForkOptions(spec),
        info,
        number,
        ForkCommand.modeFlags(spec),
        spec.mode().compileMode(info.threads()),
        new SchedulingClass(AffinityMode.NONE, info.threads(), NodeType.PACKAGE));
  }
}
