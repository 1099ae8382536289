// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.net.URL;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import vacate.explorer.search.Refused;

/**
 * Defines woven versions of the classes that another loader finds, whatever their packages. Each
 * loader has static state of its own, so one is made for each exploration.
 */
public final class WeavingLoader extends ClassLoader {
  /** By which earlier versions of SLF4J know what writes a log: for a program, nothing does. */
  private static final String OF_LOGS = "org.slf4j.impl.StaticLoggerBinder";

  private final WovenProgram program;
  private final SourceLines lines = new SourceLines();
  private final HandleBodies handles;

  /** Method handles that do nothing but what woven code does. */
  private final Set<MethodHandle> known =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  static {
    registerAsParallelCapable();
  }

  /**
   * @param classes finds the program's classes; of what it lacks only jcstress is there anyway
   * @param jdk what the classes of the JDK are to the program
   */
  public WeavingLoader(ClassLoader classes, JdkUse jdk) {
    super(classes);
    program = classes instanceof WovenPrograms p ? p.program(jdk) : new WovenProgram(jdk);
    clearAssertionStatus(); // off, as jcstress has them, whatever this JVM was told
    Engine.openTo(getUnnamedModule());
    handles = new HandleBodies(program, new Weaver(program, classes));
  }

  /** Whether a class was woven: none of the JDK or the explorer, nor an array. */
  public static boolean isWoven(Class<?> type) {
    return !type.isArray() && type.getClassLoader() instanceof WeavingLoader;
  }

  private static ClassLoader own() {
    return WeavingLoader.class.getClassLoader();
  }

  public WovenProgram program() {
    return program;
  }

  /** Where the instructions of its classes are in the source. */
  public SourceLines lines() {
    return lines;
  }

  /** What the method handles of its classes refer to. */
  public HandleBodies handles() {
    return handles;
  }

  /** The name of the class that stands for one of that name. */
  public String standIn(String name) {
    return program.standIn(name.replace('.', '/')).replace('/', '.');
  }

  /** Notes a method handle that does nothing but what woven code does, and gives it back. */
  public MethodHandle know(MethodHandle handle) {
    known.add(handle);
    return handle;
  }

  /** Whether a method handle was noted. */
  public boolean knows(MethodHandle handle) {
    return known.contains(handle);
  }

  /** Whether the code of a class, by internal name, may have run. */
  public boolean hasLoaded(String internal) {
    return findLoadedClass(internal.replace('/', '.')) != null;
  }

  /**
   * An initialised class of the user's.
   *
   * @throws Refused if another one would be found by that name
   */
  public Class<?> own(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName(name, true, this);
    if (!isWoven(type) || StandIns.isStandIn(name.replace('.', '/'))) {
      throw new Refused(name + " has the name of a class of the JDK or of the explorer");
    }
    return type;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String internal = name.replace('.', '/');
    if (name.equals(OF_LOGS)) {
      throw new ClassNotFoundException(name);
    }
    if (!program.isWoven(internal)) {
      return Engine.owns(internal) ? own().loadClass(name) : ofTheJdk(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name, internal);
    }
  }

  @Override
  public URL getResource(String name) {
    return name.equals(OF_LOGS.replace('.', '/') + ".class") ? null : super.getResource(name);
  }

  private Class<?> ofTheJdk(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return super.loadClass(name, resolve);
    } catch (SecurityException e) {
      throw new Refused(name + " is in a package that is the JDK's alone");
    }
  }

  private Class<?> define(String name, String internal) throws ClassNotFoundException {
    byte[] woven = program.woven(internal);
    if (woven == null) {
      byte[] original = bytes(name, internal);
      if (!StandIns.isStandIn(internal)) {
        program.read(internal, Digest.of(original));
      }
      woven = program.keep(internal, woven(name, original));
    }
    return defineClass(name, woven, 0, woven.length);
  }

  /** ASM says in many ways that it does not know a file, or cannot write what became of it. */
  private byte[] woven(String name, byte[] original) {
    try {
      return new Weaver(program, getParent()).weave(original);
    } catch (Refused e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Refused("the class " + name + " cannot be woven: " + e.getMessage());
    }
  }

  private byte[] bytes(String name, String internal) throws ClassNotFoundException {
    try (InputStream in = find(internal)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private InputStream find(String internal) {
    if (StandIns.isStandIn(internal)) {
      return own().getResourceAsStream(StandIns.resource(internal) + ".class");
    }
    InputStream in = getParent().getResourceAsStream(internal + ".class");
    return in == null && internal.startsWith("org/openjdk/jcstress/")
        ? own().getResourceAsStream(internal + ".class")
        : in;
  }
}
