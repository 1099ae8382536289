// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/** The classes of a program, and some that are in no file; keeps what weaving has come to. */
public final class ExtendedProgram extends ClassLoader implements WovenPrograms {
  private final Map<String, byte[]> more;
  private final Map<JdkUse, WovenProgram> programs = new EnumMap<>(JdkUse.class);

  /**
   * @param classes finds the program's classes
   * @param more class files by internal name
   */
  public ExtendedProgram(ClassLoader classes, Map<String, byte[]> more) {
    super(classes);
    this.more = Map.copyOf(more);
    for (JdkUse use : JdkUse.values()) {
      programs.put(use, new WovenProgram(use));
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] file = name.endsWith(".class") ? more.get(name.substring(0, name.length() - 6)) : null;
    return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
  }

  @Override
  public WovenProgram program(JdkUse use) {
    return programs.get(use);
  }
}
