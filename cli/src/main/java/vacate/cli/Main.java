// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import vacate.work.FileTrouble;

/** Entry point of the {@code vacate} command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.setOut(StandardOutput.ofTheProcess());
    System.exit(run(args));
  }

  /** Runs the command and returns its {@link ExitStatus}; errors are one line on stderr. */
  static int run(String... args) {
    CommandLine line =
        new CommandLine(new VacateCommand())
            .setParameterExceptionHandler(Main::misunderstood)
            .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    PrintStream out = System.out;
    int exit = execute(line, args);
    System.setOut(out);
    if (System.out.checkError() && exit != ExitStatus.INTERNAL && !StandardOutput.isUnread()) {
      String why = StandardOutput.failure();
      System.err.println(
          "vacate: standard output cannot be written" + (why == null ? "" : ": " + why));
      return ExitStatus.NOT_RUN;
    }
    return exit;
  }

  /** The JVM's own exit code for what nobody catches is that of a verdict that differs. */
  private static int execute(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (RuntimeException | Error e) {
      return internal(e, line);
    }
  }

  private static int misunderstood(ParameterException e, String[] args) {
    return refuse(e.getCommandLine(), e.getMessage());
  }

  private static int failed(Exception e, CommandLine command) {
    if (e instanceof UsageException usage) {
      int exit = refuse(command, e.getMessage());
      usage.place().forEach(command.getErr()::println);
      return exit;
    }
    if (e instanceof NotRunException) {
      command.getErr().println("vacate: " + e.getMessage());
      return ExitStatus.NOT_RUN;
    }
    if (e instanceof UncheckedIOException unchecked) {
      return failed(unchecked.getCause(), command);
    }
    if (e instanceof IOException io) {
      command.getErr().println("vacate: " + oneLine(FileTrouble.text(io)));
      for (Throwable other : io.getSuppressed()) {
        if (other instanceof IOException too) {
          command.getErr().println("vacate: " + oneLine(FileTrouble.text(too)));
        }
      }
      return ExitStatus.NOT_RUN;
    }
    return internal(e, command);
  }

  private static int internal(Throwable e, CommandLine command) {
    command.getErr().println("vacate: internal error, please report it with this trace");
    e.printStackTrace(command.getErr());
    return ExitStatus.INTERNAL;
  }

  private static String oneLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static int refuse(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    err.println("vacate: " + oneLine(message) + "; see --help");
    return ExitStatus.USAGE;
  }
}
