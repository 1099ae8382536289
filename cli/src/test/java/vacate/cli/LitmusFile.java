// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the project relies on of a {@code .litmus} file: its name, its comment, its last clause. */
record LitmusFile(String file, String text) {
  static final Path FOLDER = Path.of("..", "litmus");

  static List<LitmusFile> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".litmus"))
          .sorted()
          .map(LitmusFile::read)
          .toList();
    }
  }

  private static LitmusFile read(String file) {
    try {
      return new LitmusFile(file, Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Never or Sometimes. */
  String result() {
    return word("^ \\* Result: (Never|Sometimes)$");
  }

  /** The class of the Java test, with its nested class behind a dot. */
  String test() {
    return word("^ \\* Java: (\\S+)$");
  }

  /** TypedNames of the parameters of both threads. */
  Set<String> variables() {
    return Pattern.compile("^P[0-9]+\\((.*)\\)", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .flatMap(thread -> Stream.of(thread.group(1).split(", ")))
        .map(parameter -> parameter.substring(parameter.indexOf('*') + 1))
        .collect(Collectors.toSet());
  }

  /** The one match of the pattern's group; throws if there is none or more. */
  String word(String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError(file + " has no line " + pattern);
    }
    String found = matcher.group(1);
    if (matcher.find()) {
      throw new AssertionError(file + " has two lines " + pattern);
    }
    return found;
  }

  @Override
  public String toString() {
    return file;
  }
}
