// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The command, run in this JVM.
 *
 * @param out what it has printed
 * @param err what it has complained of, and its progress
 */
record Captured(int exit, String out, String err) {
  static Captured run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Captured run = to(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    return new Captured(run.exit, out.toString(StandardCharsets.UTF_8), run.err);
  }

  /** With its own idea of where standard output goes. */
  static Captured to(PrintStream standardOutput, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try {
      System.setOut(standardOutput);
      System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
      int exit = Main.run(arguments);
      return new Captured(exit, null, told.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
