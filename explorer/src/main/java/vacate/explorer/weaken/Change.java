// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A program whose code is another than its class files': for a step that is no access mode. */
public abstract class Change extends ClassLoader {
  /**
   * @param name of the change, and of the program that has it
   * @param classes finds the program's classes
   */
  Change(String name, ClassLoader classes) {
    super(name, classes);
  }

  /** A class file as it is in this program. */
  abstract byte[] changed(byte[] classFile);

  @Override
  public InputStream getResourceAsStream(String name) {
    InputStream in = getParent().getResourceAsStream(name);
    if (in == null || !name.endsWith(".class")) {
      return in;
    }
    try (in) {
      return new ByteArrayInputStream(changed(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is changed. */
  @Override
  public abstract String toString();
}
