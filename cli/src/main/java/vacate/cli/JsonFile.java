// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vacate.claim.Row;

/**
 * Where {@code --json} goes. That it can be written is found out before an hour of stress, not
 * after; it is written beside and renamed, so that it is never half a file. A pipe or a device is
 * written to as it is.
 */
final class JsonFile {
  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  private final Path target;

  private JsonFile(Path target) {
    this.target = target;
  }

  /**
   * @throws UsageException if no file can be made there
   */
  static JsonFile at(Path path) {
    if (Files.isDirectory(path)) {
      throw new UsageException("--json " + path + " is a directory");
    }
    if (isSpecial(path)) {
      return special(path);
    }
    JsonFile file = new JsonFile(linked(path.toAbsolutePath()));
    if (!Files.isDirectory(file.target.getParent())) {
      throw cannot(path, "no such folder");
    }
    try {
      Files.delete(file.createBeside());
    } catch (AccessDeniedException e) {
      throw cannot(path, "permission denied");
    } catch (FileSystemException e) {
      throw cannot(path, e.getReason() == null ? "no file can be made there" : e.getReason());
    } catch (IOException e) {
      throw cannot(path, e.getMessage());
    }
    return file;
  }

  private static JsonFile special(Path path) {
    if (!Files.isWritable(path)) {
      throw cannot(path, "permission denied");
    }
    return new JsonFile(path);
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

  void write(List<Row> rows) throws IOException {
    write(RowJson.write(rows));
  }

  void write(String document) throws IOException {
    if (isSpecial(target)) {
      Files.writeString(target, document);
      return;
    }
    Path beside = createBeside();
    Files.writeString(beside, document);
    Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path createBeside() throws IOException {
    return Files.createFile(
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid()));
  }
}
