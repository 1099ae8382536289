// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the classes of programs in jars and folders, and keeps what weaving them has come to: a
 * program is explored many times, and weaving takes longer than many an exploration.
 *
 * <p>Looks in what was given first: it may hold another version of a class that runs here. Of the
 * classes that run here it gives jcstress' and this project's own, and none that a user could have
 * forgotten.
 */
public final class ProgramLoader extends URLClassLoader implements WovenPrograms {
  private final Map<JdkUse, WovenProgram> programs = new EnumMap<>(JdkUse.class);

  /**
   * @param paths jars, and folders with a slash at the end
   */
  public ProgramLoader(URL[] paths) {
    this(paths, ClassLoader.getPlatformClassLoader());
  }

  /**
   * Of tests that run here.
   *
   * @param classes finds all of their classes
   */
  public ProgramLoader(ClassLoader classes) {
    this(new URL[0], classes);
  }

  private ProgramLoader(URL[] paths, ClassLoader parent) {
    super(paths, parent);
    for (JdkUse use : JdkUse.values()) {
      programs.put(use, new WovenProgram(use));
    }
  }

  /** The digests of the class files that were read, by internal name. */
  public Map<String, String> digests() {
    Map<String, String> all = new TreeMap<>();
    programs.values().forEach(p -> all.putAll(p.digests()));
    return all;
  }

  /**
   * The digest of a class file as it is now, by internal name; null if there is none.
   *
   * @throws IOException if it cannot be read
   */
  public String digest(String name) throws IOException {
    try (InputStream in = getResourceAsStream(name + ".class")) {
      return in == null ? null : Digest.of(in.readAllBytes());
    }
  }

  @Override
  public WovenProgram program(JdkUse use) {
    return programs.get(use);
  }

  @Override
  public URL findResource(String name) {
    URL given = super.findResource(name);
    return given == null && name.matches("(org/openjdk/jcstress|vacate)/.*")
        ? ProgramLoader.class.getClassLoader().getResource(name)
        : given;
  }
}
