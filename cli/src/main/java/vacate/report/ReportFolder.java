// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.work.FileTrouble;

/**
 * Where a report goes. That it can be written is found out before an hour of stress, not after. All
 * files are written beside and renamed, so none is ever half a file; what else is in the folder is
 * left alone.
 */
public final class ReportFolder {
  private static final List<String> FILES =
      List.of("index.html", "junit.xml", "results.sarif", "summary.md");

  private final List<String> names;
  private final Path given;
  private final Path target;

  private ReportFolder(List<String> names, Path given, Path target) {
    this.names = names;
    this.given = given;
    this.target = target;
  }

  /** For a {@link Report}: see {@link #at(Path, List)}. */
  public static ReportFolder at(Path path) throws IOException {
    return at(path, FILES);
  }

  /**
   * A folder that is there, or that can be made in one that is.
   *
   * @param names of the files that will be written, {@code index.html} among them
   * @throws IOException with a message for the user if no file can be made there
   */
  public static ReportFolder at(Path path, List<String> names) throws IOException {
    if (path.toString().isEmpty()) {
      throw new IOException("wants the name of a folder");
    }
    Path target = path.toAbsolutePath().normalize();
    try {
      for (String name : names) {
        if (Files.isDirectory(target.resolve(name))) {
          throw new FileSystemException(path.toString(), null, name + " is a folder there");
        }
      }
      if (Files.isDirectory(target)) {
        Files.delete(Files.createFile(beside(target.resolve("index.html"))));
      } else if (Files.exists(target)) {
        throw new FileSystemException(path.toString(), null, "it is a file");
      } else {
        Files.delete(Files.createDirectory(beside(target)));
      }
    } catch (NoSuchFileException e) {
      throw new IOException(path + " cannot be written: no such folder", e);
    } catch (FileSystemException e) {
      throw new IOException(path + " cannot be written: " + FileTrouble.reason(e), e);
    }
    return new ReportFolder(List.copyOf(names), path, target);
  }

  /**
   * Writes {@code index.html}, {@code junit.xml}, {@code results.sarif} and {@code summary.md}.
   *
   * @throws IOException if it cannot; then nothing is left of it
   */
  public void write(Report report) throws IOException {
    write(
        List.of(
            IndexHtml.of(report),
            JUnitXml.of(report),
            Sarif.of(report),
            SummaryMarkdown.of(report)));
  }

  /**
   * Writes all files, or none.
   *
   * @param texts one for each name
   * @throws IOException if it cannot; then nothing is left of it
   */
  public void write(List<String> texts) throws IOException {
    boolean isNew = !Files.isDirectory(target);
    Path folder = isNew ? Files.createDirectory(beside(target)) : target;
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (int i = 0; i < names.size(); i++) {
        Path last = folder.resolve(names.get(i));
        Path first = isNew ? last : beside(last);
        written.put(first, last);
        Files.write(first, texts.get(i).getBytes(StandardCharsets.UTF_8));
      }
      if (isNew) {
        Files.move(folder, target);
      } else {
        for (Map.Entry<Path, Path> file : written.entrySet()) {
          Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      for (Path file : written.keySet()) {
        Files.deleteIfExists(file);
      }
      if (isNew) {
        Files.deleteIfExists(folder);
      }
      throw e;
    }
  }

  private static Path beside(Path path) {
    return path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid());
  }

  /** As it was given. */
  @Override
  public String toString() {
    return given.toString();
  }
}
