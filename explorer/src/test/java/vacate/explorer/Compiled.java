// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;

/** Programs that the other tests of this module cannot hold: compiled from text into a folder. */
final class Compiled {
  private static final String IMPORTS =
      """
      import org.openjdk.jcstress.annotations.*;
      import org.openjdk.jcstress.infra.results.*;
      """;

  private Compiled() {}

  /**
   * Compiles sources, each of one top-level class; jcstress is imported.
   *
   * @return {@code folder}, which holds the class files
   */
  static Path into(Path folder, String... sources) throws IOException {
    return into(folder, List.of(), sources);
  }

  /** The same with options for javac. */
  static Path into(Path folder, List<String> options, String... sources) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of("-proc:none", "-Xlint:-options"));
    all.addAll(options);
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Files.createDirectories(folder);
      files.setLocationFromPaths(
          javax.tools.StandardLocation.CLASS_OUTPUT, Collections.singleton(folder));
      files.setLocationFromPaths(
          javax.tools.StandardLocation.CLASS_PATH,
          Stream.concat(Stream.of(folder), own()).toList());
      List<? extends JavaFileObject> units = Arrays.stream(sources).map(Source::new).toList();
      assertThat(javac.getTask(null, files, null, all, null, units).call()).isTrue();
    }
    return folder;
  }

  private static Stream<Path> own() {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(Path::of);
  }

  /** Explores the only test in some folders or jars. */
  static Result explore(MemoryModel model, Path... classes) throws IOException {
    try (TestSuite suite = new TestSuite(List.of(classes))) {
      assertThat(suite.tests()).hasSize(1);
      StressTest test = suite.tests().get(0);
      return Explorer.explore(test, suite.loader(), model, Bounds.DEFAULT);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + path(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String path(String text) {
      String name = find(text, "(?:class|interface|record|enum) (\\w+)");
      String inPackage = find(text, "package ([\\w.]+);");
      return (inPackage.isEmpty() ? "" : inPackage.replace('.', '/') + "/") + name + ".java";
    }

    private static String find(String text, String pattern) {
      java.util.regex.Matcher m = java.util.regex.Pattern.compile(pattern).matcher(text);
      return m.find() ? m.group(1) : "";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      int imports = text.startsWith("package") ? text.indexOf(';') + 1 : 0;
      return text.substring(0, imports) + IMPORTS + text.substring(imports);
    }
  }
}
