// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vacate.claim.Finding;
import vacate.work.FileTrouble;

/**
 * Where {@code --json} goes. That it can be written is found out before an hour of stress, not
 * after; it is written beside and renamed, so that it is never half a file. A pipe or a device is
 * written to as it is, and so is a file that standard output or standard error goes to: to replace
 * it would lose what they have written.
 */
final class JsonFile {
  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private final Path given;
  private final Path target;
  private final PrintStream stream;

  /**
   * @param given as it was typed
   * @param target what is replaced or written to
   * @param stream what is printed to instead, or null
   */
  private JsonFile(Path given, Path target, PrintStream stream) {
    this.given = given;
    this.target = target;
    this.stream = stream;
  }

  /** A stream instead of a file. */
  static JsonFile on(PrintStream stream) {
    return new JsonFile(Path.of("-"), null, stream);
  }

  /**
   * @throws UsageException if no file can be made there
   */
  static JsonFile at(Path path) {
    if (path.toString().isEmpty()) {
      throw new UsageException("--json wants the name of a file");
    }
    if (isSame(path, "/dev/stdout")) {
      return new JsonFile(path, null, System.out);
    }
    if (isSame(path, "/dev/stderr")) {
      return new JsonFile(path, null, System.err);
    }
    if (Files.isDirectory(path)) {
      throw new UsageException("--json " + path + " is a directory");
    }
    if (isSpecial(path)) {
      return special(path);
    }
    JsonFile file = new JsonFile(path, linked(path.toAbsolutePath()), null);
    if (!Files.isDirectory(file.target.getParent())) {
      throw cannot(path, "no such folder");
    }
    try {
      Files.write(file.beside(), new byte[0]);
      Files.delete(file.beside());
    } catch (IOException e) {
      throw cannot(path, FileTrouble.reason(e));
    }
    return file;
  }

  /** Whether the path leads to what one of this process' streams goes to. */
  private static boolean isSame(Path path, String stream) {
    try {
      return Files.isSameFile(path, Path.of(stream));
    } catch (IOException e) {
      return false; // one of them is not there
    }
  }

  private static JsonFile special(Path path) {
    if (!Files.isWritable(path)) {
      throw cannot(path, "permission denied");
    }
    return new JsonFile(path, path, null);
  }

  /** A pipe or a device: nothing may take its place. */
  private static boolean isSpecial(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  /** Where links lead to, so that the file is replaced and not the link. */
  private static Path linked(Path path) {
    Path target = path;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw cannot(path, "too many links");
      }
      try {
        target = target.resolveSibling(Files.readSymbolicLink(target));
      } catch (IOException e) {
        throw cannot(path, "a link that cannot be read");
      }
    }
    return target;
  }

  private static UsageException cannot(Path path, String why) {
    return new UsageException("--json " + path + " cannot be written: " + why);
  }

  /** The file that will be replaced; null if it is a stream. */
  Path target() {
    return target;
  }

  /** See {@link #write(String)}. */
  void write(List<? extends Finding> findings) throws IOException {
    write(FindingJson.write(findings));
  }

  /**
   * Writes all of it or nothing.
   *
   * @throws IOException with a message for the user
   */
  void write(String document) throws IOException {
    if (stream != null) {
      stream.print(document);
      stream.flush();
      return; // what goes wrong with it is told of the stream
    }
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    try {
      if (isSpecial(target)) {
        Files.write(target, bytes);
      } else {
        replace(bytes);
      }
    } catch (IOException e) {
      throw new IOException("--json " + given + " cannot be written: " + FileTrouble.reason(e), e);
    }
  }

  private void replace(byte[] bytes) throws IOException {
    try {
      Files.write(beside(), bytes);
      Files.move(beside(), target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(beside());
      throw e;
    }
  }

  private Path beside() {
    return target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
  }
}
