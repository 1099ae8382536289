// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner.fork;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * How a fork executes the actors. Reordering is mostly the compiler's work, so C2 with its
 * randomizers finds missing barriers; a race between whole operations is found by making the actors
 * run at different speeds.
 */
public enum Mode {
  /** C2 with its instruction schedulers and optimizers randomized by the seed. */
  C2_STRESS("c2+stress"),
  /** C2 as users have it. */
  C2("c2"),
  /** C1: stores stay in program order, the processor's buffers are all that is left. */
  C1("c1"),
  /** The interpreter: windows between two accesses are at their widest. */
  INTERPRETER("int"),
  /** The first actor interpreted, the others compiled by C2: they fit into its windows. */
  FIRST_SLOW("int/c2"),
  /** The last actor interpreted, the others compiled by C2. */
  LAST_SLOW("c2/int");

  /** As records of a run spell it. */
  public final String label;

  Mode(String label) {
    this.label = label;
  }

  /**
   * The flags of the JVM, without those that every fork has; options that a JVM lacks are ignored
   * by it.
   */
  List<String> flags(int stressSeed) {
    List<String> flags = new ArrayList<>();
    switch (this) {
      case C2_STRESS -> {
        flags.add("-XX:-TieredCompilation");
        flags.add("-XX:+StressLCM");
        flags.add("-XX:+StressGCM");
        flags.add("-XX:+StressIGVN");
        flags.add("-XX:+StressCCP");
        flags.add("-XX:StressSeed=" + stressSeed);
      }
      case C1 -> flags.add("-XX:TieredStopAtLevel=1");
      case INTERPRETER -> flags.add("-Xint");
      case C2, FIRST_SLOW, LAST_SLOW -> flags.add("-XX:-TieredCompilation");
    }
    return flags;
  }

  /**
   * jcstress's number for who is compiled by what: base 3 digits, actor 0 lowest; 0 interpreted, 1
   * C1, 2 C2.
   */
  int compileMode(int actors) {
    return switch (this) {
      case FIRST_SLOW -> allC2(actors) - 2;
      case LAST_SLOW -> allC2(actors - 1);
      default -> CompileMode.UNIFIED;
    };
  }

  private static int allC2(int actors) {
    int all = 0;
    for (int i = 0; i < actors; i++) {
      all = all * 3 + 2;
    }
    return all;
  }

  @Override
  public String toString() {
    return label;
  }
}
