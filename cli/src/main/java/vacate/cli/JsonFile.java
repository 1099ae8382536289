// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vacate.claim.Row;

/**
 * Where {@code --json} goes. That it can be written is found out before an hour of stress, not
 * after; it is written beside and renamed, so that it is never half a file.
 */
final class JsonFile {
  private final Path target;

  private JsonFile(Path target) {
    this.target = target;
  }

  /**
   * @throws UsageException if no file can be made there
   */
  static JsonFile at(Path path) {
    Path target = path.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new UsageException("--json " + path + " is a directory");
    }
    JsonFile file = new JsonFile(target);
    try {
      Files.delete(file.createBeside());
    } catch (IOException e) {
      throw new UsageException("--json " + path + " cannot be written: " + reason(e));
    }
    return file;
  }

  void write(List<Row> rows) throws IOException {
    write(RowJson.write(rows));
  }

  void write(String document) throws IOException {
    Path beside = createBeside();
    Files.writeString(beside, document);
    Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path createBeside() throws IOException {
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return Files.createFile(
        folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid()));
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
  }
}
