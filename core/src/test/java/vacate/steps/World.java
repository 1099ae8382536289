// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vacate.explorer.weaken.Edit;
import vacate.revision.Revision;
import vacate.slub.Slub;

/**
 * The port, woven, in a class loader of its own, and what runs it. Nothing is shared between two
 * worlds but the bytes of their classes.
 */
final class World extends ClassLoader {
  private static final String RUNNER = "vacate.slub.Paths";

  /** Classes of the project that both sides know. */
  private static final String SHARED = "vacate.steps.Step";

  private final Map<String, byte[]> woven;
  private final Changes changes;

  /** What is changed in the port before it is woven. */
  interface Changes {
    boolean isOf(String className);

    /** The class file as it then is. */
    byte[] apply(String className, byte[] classFile);

    /** Edits, made one after the other. */
    static Changes of(List<Edit> edits) {
      return new Changes() {
        @Override
        public boolean isOf(String className) {
          return edits.stream().anyMatch(edit -> edit.type().equals(className));
        }

        @Override
        public byte[] apply(String className, byte[] classFile) {
          byte[] file = classFile;
          for (Edit edit : edits) {
            if (edit.type().equals(className)) {
              file = edit.apply(file);
            }
          }
          return file;
        }
      };
    }
  }

  /**
   * @param woven class files that were woven before, by name; shared between worlds
   */
  private World(Map<String, byte[]> woven, Changes changes) {
    super(World.class.getClassLoader());
    this.woven = woven;
    this.changes = changes;
  }

  /** Worlds of the port as it is. */
  static final class Factory {
    private final Map<String, byte[]> woven = new ConcurrentHashMap<>();

    World create() {
      return new World(woven, Changes.of(List.of()));
    }

    World create(Changes changes) {
      return new World(woven, changes);
    }
  }

  /** The names of all paths. */
  @SuppressWarnings("unchecked")
  List<String> paths() {
    return (List<String>) call("names");
  }

  /** The steps that a revision makes on a path. */
  List<Step> run(Revision revision, String path) {
    return run(revision.name(), path);
  }

  /** The steps that a SLUB makes on a path, of which the class is named. */
  List<Step> run(Class<? extends Slub> type, String path) {
    return run(type.getName(), path);
  }

  @SuppressWarnings("unchecked")
  private List<Step> run(String slub, String path) {
    return (List<Step>) call("run", slub, path);
  }

  private Object call(String method, Object... arguments) {
    Class<?>[] strings = new Class<?>[arguments.length];
    Arrays.fill(strings, String.class);
    try {
      return loadClass(RUNNER).getMethod(method, strings).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause().toString(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (!name.startsWith("vacate.") || name.equals(SHARED)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        byte[] file = bytes(name);
        loaded = defineClass(name, file, 0, file.length);
      }
      return loaded;
    }
  }

  private byte[] bytes(String name) {
    if (changes.isOf(name)) {
      return Weaver.weave(changes.apply(name, read(name)));
    }
    return woven.computeIfAbsent(name, n -> isOfThePort(n) ? Weaver.weave(read(n)) : read(n));
  }

  private static boolean isOfThePort(String name) {
    return name.matches("vacate[.](kernel|mm|slub|revision)[.].*")
        && !name.startsWith(RUNNER)
        && !name.startsWith("vacate.slub.Stage");
  }

  private static byte[] read(String name) {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = World.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new AssertionError("no class file " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
