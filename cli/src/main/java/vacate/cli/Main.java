// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Entry point of the {@code vacate} command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs the command and returns its {@link ExitCode}; errors are one line on stderr. */
  static int run(String... args) {
    CommandLine line =
        new CommandLine(new VacateCommand())
            .setParameterExceptionHandler(Main::misunderstood)
            .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    int exit = line.execute(args);
    if (System.out.checkError() && exit != ExitCode.INTERNAL) {
      System.err.println("vacate: standard output cannot be written");
      return ExitCode.NOT_RUN;
    }
    return exit;
  }

  private static int misunderstood(ParameterException e, String[] args) {
    return refuse(e.getCommandLine(), e.getMessage());
  }

  private static int failed(Exception e, CommandLine command) {
    if (e instanceof UsageException) {
      return refuse(command, e.getMessage());
    }
    if (e instanceof IOException || e instanceof NotRunException) {
      command.getErr().println("vacate: " + e.getMessage());
      return ExitCode.NOT_RUN;
    }
    command.getErr().println("vacate: internal error, please report it with this trace");
    e.printStackTrace(command.getErr());
    return ExitCode.INTERNAL;
  }

  private static int refuse(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    err.println("vacate: " + message.lines().findFirst().orElse("") + "; see --help");
    return ExitCode.USAGE;
  }
}
