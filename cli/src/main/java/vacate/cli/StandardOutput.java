// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Standard output that knows why it cannot be written: its reader may have seen enough, as {@code
 * head} has, which is no fault; or a disk is full.
 */
final class StandardOutput extends PrintStream {
  private final Watched watched;

  private StandardOutput(Watched watched, Charset charset) {
    super(new BufferedOutputStream(watched), true, charset);
    this.watched = watched;
  }

  /**
   * @param isPipe whether it is read by somebody, and not kept
   */
  static StandardOutput of(OutputStream out, BooleanSupplier isPipe, Charset charset) {
    return new StandardOutput(new Watched(out, isPipe), charset);
  }

  /** That of this process. */
  static StandardOutput ofTheProcess() {
    return of(
        new FileOutputStream(FileDescriptor.out), StandardOutput::isPipe, Charset.forName(name()));
  }

  /** As the JDK chooses it; which property has it depends on its version. */
  private static String name() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
        .map(System::getProperty)
        .filter(name -> name != null && Charset.isSupported(name))
        .findFirst()
        .orElse(Charset.defaultCharset().name());
  }

  /** The message of the system would do as well, if it were not in the user's language. */
  private static boolean isPipe() {
    final int type = 0170000;
    final int fifo = 0010000;
    final int socket = 0140000;
    try {
      int mode = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & type;
      return mode == fifo || mode == socket;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Whether nobody reads any more what is printed to {@link System#out}. */
  static boolean isUnread() {
    return System.out instanceof StandardOutput out && out.checkError() && out.watched.isUnread;
  }

  /** Why nothing more can be printed to {@link System#out}; null if something can, or unknown. */
  static String failure() {
    return System.out instanceof StandardOutput out && out.checkError()
        ? out.watched.failure
        : null;
  }

  private static final class Watched extends OutputStream {
    private final OutputStream out;
    private final BooleanSupplier isPipe;
    private volatile String failure;
    private volatile boolean isUnread;

    Watched(OutputStream out, BooleanSupplier isPipe) {
      this.out = out;
      this.isPipe = isPipe;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        if (failure == null) {
          failure = e.getMessage();
          isUnread = isPipe.getAsBoolean();
        }
        throw e;
      }
    }
  }
}
