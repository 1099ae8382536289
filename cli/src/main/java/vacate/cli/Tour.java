// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import vacate.claim.Claim;
import vacate.claim.Topic;
import vacate.explorer.Explorer;
import vacate.explorer.Result;
import vacate.explorer.Strict;
import vacate.explorer.model.MemoryModel;
import vacate.stress.slice.S02_PatchWithoutFence;
import vacate.stress.slice.S03_WriteBarrier;

/**
 * What there is to see, in less than a minute: one bug, one barrier, and all claims. Everything in
 * it comes of a command that the reader can give, too, and that it names.
 */
final class Tour {
  private static final String BUG = "lock-bit-lost";

  private final CommandLine command;
  private final PrintStream out;
  private final Invocation call = Invocation.ofThisProcess();

  /**
   * @param command the main command, to give others
   */
  Tour(CommandLine command, PrintStream out) {
    this.command = command;
    this.out = out;
  }

  /**
   * Shows everything.
   *
   * @param report of the claims
   * @return the first {@link ExitStatus} that is not 0
   */
  int run(FinalOutput report) throws IOException {
    head("A bug of the patch, of which we know no report", call.command() + " reproduce " + BUG);
    int bug = command.execute("reproduce", BUG);
    head(
        "Its one write barrier: without it (S02) and with it (S03)",
        call.command()
            + " explore "
            + call.tests()
            + " -t 'S0[23].*LockingReader' --strict --model "
            + Models.ALL);
    barrier(S02_PatchWithoutFence.LockingReader.class);
    barrier(S03_WriteBarrier.LockingReader.class);
    head(
        "Its claims, as posted, before it, without its barrier, and corrected",
        call.command() + " verify --judge explorer");
    int claims = Job.runAll(List.of(claims()), report);
    out.println();
    out.println(
        "Further: "
            + call.command()
            + " judge, sweep, history, barriers, stress, lincheck, reproduce; "
            + call.command()
            + " --help");
    return bug != ExitStatus.AS_DECLARED ? bug : claims;
  }

  private void head(String what, String how) {
    out.println();
    out.println("== " + what);
    out.println("   " + how);
    out.println();
  }

  private void barrier(Class<?> test) {
    for (MemoryModel model : MemoryModel.values()) {
      Result result = Strict.read(Explorer.explore(test, model));
      out.printf(
          "%-8s %s under %s: %s%n",
          result.verdict(),
          TestName.shorten(result.test()),
          result.model().id(),
          Count.of(result.executions(), "execution"));
    }
  }

  private static ExplorerJob claims() {
    return new ExplorerJob(
        Ledger.entries().stream().filter(Ledger.Entry::isDedicated).toList(),
        Arrays.stream(Claim.values()).map(Topic::all).flatMap(List::stream).toList(),
        List.of(MemoryModel.values()));
  }
}
