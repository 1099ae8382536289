// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.lincheck.StructureReader;
import vacate.explorer.weave.ProgramLoader;

/**
 * The tests in directories and jars of compiled classes, and the classes with Lincheck's
 * annotations. They must hold what those need too, but for jcstress and the slab allocator of this
 * project.
 */
public final class TestSuite implements Closeable {
  private final ProgramLoader loader;
  private final List<StressTest> tests;
  private final List<Structure> structures;
  private final List<String> repeated;

  /**
   * Reads class files; none is loaded.
   *
   * @throws IOException if a path cannot be read
   */
  public TestSuite(List<Path> paths) throws IOException {
    this(paths, name -> true);
  }

  /**
   * Reads the class files of some tests, and what those need; no other is opened, so that one test
   * of a large jar is found at once.
   *
   * @param wanted asked with the name that a class would have as a test
   * @throws IOException if a path cannot be read
   */
  public TestSuite(List<Path> paths, Predicate<String> wanted) throws IOException {
    this(paths, List.of(), wanted);
  }

  /**
   * The same, with classes that tests need in other directories and jars, where no test is looked
   * for.
   *
   * @param libraries behind the tests on the class path
   * @throws IOException if a path cannot be read
   */
  public TestSuite(List<Path> paths, List<Path> libraries, Predicate<String> wanted)
      throws IOException {
    List<URL> urls = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>(); // of two of one name the first is found
    Set<String> again = new HashSet<>();
    for (Path path : paths) {
      urls.add(path.toUri().toURL());
      Set<String> here =
          new LinkedHashSet<>(Files.isDirectory(path) ? inDirectory(path) : inJar(path));
      here.stream().filter(names::contains).forEach(again::add);
      names.addAll(here);
    }
    for (Path library : libraries) {
      urls.add(library.toUri().toURL());
    }
    loader = new ProgramLoader(urls.toArray(new URL[0]));
    tests = new ArrayList<>();
    structures = new ArrayList<>();
    repeated = new ArrayList<>();
    TestReader reader = new TestReader(loader);
    StructureReader structureReader = new StructureReader(loader);
    for (String name : names) {
      if (!wanted.test(StressTest.name(name))) {
        continue;
      }
      int before = tests.size() + structures.size();
      reader
          .read(name)
          .ifPresentOrElse(tests::add, () -> structureReader.read(name).ifPresent(structures::add));
      if (again.contains(name) && tests.size() + structures.size() > before) {
        repeated.add(StressTest.name(name));
      }
    }
  }

  private static List<String> inDirectory(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(f -> root.relativize(f).toString().replace(File.separatorChar, '/'))
          .filter(TestSuite::isClass)
          .map(TestSuite::className)
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause(); // a folder in it that cannot be read
    }
  }

  private static List<String> inJar(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      return jar.stream()
          .map(java.util.zip.ZipEntry::getName)
          .filter(TestSuite::isClass)
          .map(TestSuite::className)
          .sorted()
          .toList();
    }
  }

  private static boolean isClass(String file) {
    return file.endsWith(".class") && !file.endsWith("-info.class") && !file.startsWith("META-INF");
  }

  private static String className(String file) {
    return file.substring(0, file.length() - ".class".length()).replace('/', '.');
  }

  /** All tests that are wanted, by class name. */
  public List<StressTest> tests() {
    return List.copyOf(tests);
  }

  /** All classes that are wanted and have operations of Lincheck's, by class name. */
  public List<Structure> structures() {
    return List.copyOf(structures);
  }

  /** The names of those that are in several of the paths, of which only the first is read. */
  public List<String> repeated() {
    return List.copyOf(repeated);
  }

  /** Finds the classes of the tests. */
  public ProgramLoader loader() {
    return loader;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
