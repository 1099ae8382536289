// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines woven versions of the classes that another loader finds. Each loader has static state of
 * its own, so one is made for each exploration.
 */
public final class WeavingLoader extends ClassLoader {
  private final WovenProgram program = new WovenProgram();

  static {
    registerAsParallelCapable();
  }

  public WeavingLoader(ClassLoader parent) {
    super(parent);
  }

  WovenProgram program() {
    return program;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    if (!program.isWoven(internal)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name, internal);
    }
  }

  private Class<?> define(String name, String internal) throws ClassNotFoundException {
    byte[] woven = new Weaver(program).weave(bytes(name, Woven.resource(internal)));
    return defineClass(name, woven, 0, woven.length);
  }

  private byte[] bytes(String name, String internal) throws ClassNotFoundException {
    try (InputStream in = find(internal + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private InputStream find(String resource) {
    InputStream in = getParent().getResourceAsStream(resource);
    return in != null ? in : WeavingLoader.class.getClassLoader().getResourceAsStream(resource);
  }
}
