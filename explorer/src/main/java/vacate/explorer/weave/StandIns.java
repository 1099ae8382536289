// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Type;
import vacate.explorer.jdk.JdkCode;

/** What woven code has instead of classes of the JDK, and what those lack. */
public final class StandIns {
  private static final String PACKAGE = "vacate/explorer/standin/";

  /** For both that the JDK has. */
  static final String UNSAFE = PACKAGE + "Unsafe";

  /** For all that make threads. */
  private static final String BUILDER = PACKAGE + "ThreadBuilder";

  /** Has the static methods of {@code Thread} that make some. */
  static final String THREAD_MAKER = PACKAGE + "ThreadMaker";

  /** By which buffers access their bytes. */
  static final String MEMORY = PACKAGE + "ScopedMemoryAccess";

  /** Before the whole name of a class of the JDK it makes the name of its code. */
  public static final String COPIES = PACKAGE + "copy/";

  static final String COPIED_EXECUTORS = COPIES + "java/util/concurrent/Executors";

  /**
   * The classes of the JDK that others stand for, by internal name. Each of those is in the package
   * {@code standin}, has the simple name of what it stands for, and is woven like any other code.
   */
  private static final Map<String, String> OF =
      Map.ofEntries(
          standIn("java/util/concurrent/atomic/AtomicBoolean"),
          standIn("java/util/concurrent/atomic/AtomicInteger"),
          standIn("java/util/concurrent/atomic/AtomicLong"),
          standIn("java/util/concurrent/atomic/AtomicReference"),
          standIn("java/util/concurrent/atomic/AtomicIntegerArray"),
          standIn("java/util/concurrent/atomic/AtomicLongArray"),
          standIn("java/util/concurrent/atomic/AtomicReferenceArray"),
          standIn("java/util/concurrent/atomic/AtomicIntegerFieldUpdater"),
          standIn("java/util/concurrent/atomic/AtomicLongFieldUpdater"),
          standIn("java/util/concurrent/atomic/AtomicReferenceFieldUpdater"),
          standIn("java/util/concurrent/locks/ReentrantLock"),
          standIn("java/util/concurrent/Semaphore"),
          standIn("java/util/concurrent/ForkJoinPool"),
          standIn("java/util/concurrent/ForkJoinTask"),
          standIn("java/util/concurrent/ThreadLocalRandom"),
          standIn("java/util/ServiceLoader"),
          standIn("java/lang/ThreadLocal"),
          standIn("java/lang/InheritableThreadLocal"),
          standIn("java/lang/ref/Reference"),
          standIn("java/lang/ref/WeakReference"),
          standIn("java/lang/ref/SoftReference"),
          standIn("java/lang/ref/ReferenceQueue"),
          standIn("java/lang/ref/Cleaner"),
          standIn("jdk/internal/ref/CleanerFactory"),
          standIn("java/util/concurrent/ThreadPerTaskExecutor"),
          Map.entry("java/lang/Thread$Builder", BUILDER),
          Map.entry("java/lang/Thread$Builder$OfVirtual", BUILDER),
          Map.entry("java/lang/Thread$Builder$OfPlatform", BUILDER),
          standIn("jdk/internal/vm/SharedThreadContainer"),
          Map.entry("jdk/internal/misc/ScopedMemoryAccess", MEMORY),
          Map.entry("sun/misc/Unsafe", UNSAFE),
          Map.entry("jdk/internal/misc/Unsafe", UNSAFE),
          copy("java/util/concurrent/RecursiveAction"),
          copy("java/util/concurrent/RecursiveTask"),
          copy("java/util/BitSet"));

  /** Those that stand for something only where threads share it. */
  private static final Map<String, String> OF_SHARED =
      Map.ofEntries(standIn("java/lang/StringBuilder"), standIn("java/lang/StringBuffer"));

  /** Those of these that can be code. */
  private static final Set<String> LOCKS =
      Set.of("java/util/concurrent/locks/ReentrantLock", "java/util/concurrent/Semaphore");

  private StandIns() {}

  private static Map.Entry<String, String> standIn(String name) {
    return Map.entry(name, PACKAGE + name.substring(name.lastIndexOf('/') + 1));
  }

  /** Of the running JDK as it is: nothing in it but plain fields and arrays. */
  private static Map.Entry<String, String> copy(String name) {
    return Map.entry(name, COPIES + name);
  }

  /** The class that stands for {@code name}, or {@code name} itself. */
  static String of(String name, JdkUse use) {
    String standIn = OF.get(name);
    if (use == JdkUse.AS_CODE_WITH_BUFFERS && OF_SHARED.containsKey(name)) {
      return OF_SHARED.get(name);
    }
    boolean isCode = use.compareTo(JdkUse.AS_CODE_WITH_LOCKS) >= 0 && LOCKS.contains(name);
    if (standIn != null && !isCode) {
      return standIn;
    }
    return use != JdkUse.AS_IT_IS && JdkCode.isCode(name)
            || use == JdkUse.AS_CODE_WITH_BUFFERS
                && (JdkCode.isBuffer(name) || JdkCode.isWriter(name) || JdkCode.isStatistics(name))
        ? COPIES + name
        : name;
  }

  /** The class that has the static methods of the interface {@code name}, or that itself. */
  static String ofFactory(String name, JdkUse use) {
    return use != JdkUse.AS_IT_IS && JdkCode.isFactory(name) ? COPIES + name : name;
  }

  /** Whether a class, by internal name, stands for one of the JDK, or helps those that do. */
  public static boolean isStandIn(String name) {
    return name.startsWith(PACKAGE) && (isCopy(name) || Engine.isOurs(name));
  }

  /** Whether a class, by internal name, is the code of one of the JDK. */
  public static boolean isCopy(String name) {
    return name.startsWith(COPIES);
  }

  /** Whether a class is code of the JDK to which it is the same whether equal values are one. */
  static boolean takesEqualForSame(String name) {
    return isCopy(name) && JdkCode.takesEqualForSame(resource(name));
  }

  /** Whether a class, by internal name, is the code of a buffer. */
  public static boolean isOfBuffer(String name) {
    return isCopy(name) && JdkCode.isBuffer(resource(name));
  }

  /** The internal name of the class of the JDK for which one of that simple name stands. */
  public static String original(String simpleName) {
    return Stream.concat(OF.keySet().stream(), OF_SHARED.keySet().stream())
        .filter(name -> name.endsWith("/" + simpleName))
        .findFirst()
        .orElse(simpleName);
  }

  /** The internal name of the class of the JDK for which a stand-in stands. */
  static String standsFor(String standIn) {
    return original(simpleName(standIn));
  }

  /** The simple name of a stand-in, and of the class of the JDK that it stands for. */
  public static String simpleName(String standIn) {
    return standIn.substring(PACKAGE.length());
  }

  /** Where the bytes of a class come from. */
  static String resource(String name) {
    return name.startsWith(COPIES) ? name.substring(COPIES.length()) : name;
  }

  /** Whether {@code owner} stands for a class of the JDK and has no such method. */
  static boolean lacks(String owner, String name, String descriptor) {
    if (!isStandIn(owner) || owner.startsWith(COPIES)) {
      return false;
    }
    Class<?> type;
    try {
      type = Class.forName(owner.replace('/', '.'), false, StandIns.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    if (name.equals("<init>")) {
      return Arrays.stream(type.getDeclaredConstructors())
          .noneMatch(c -> Type.getConstructorDescriptor(c).equals(descriptor));
    }
    return Stream.concat(
            Arrays.stream(type.getMethods()),
            Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods())))
        .filter(m -> !m.getDeclaringClass().getName().startsWith("java.util.Random"))
        .noneMatch(m -> m.getName().equals(name) && Type.getMethodDescriptor(m).equals(descriptor));
  }

  /** Whether a class, by internal name, draws numbers from a seed: or is the code of such a one. */
  static boolean isRandom(String name) {
    return name.equals("java/util/SplittableRandom")
        || name.endsWith("java/util/Random") && (isCopy(name) || name.startsWith("java/"));
  }

  /** Whether a descriptor names what stands for classes of the JDK. */
  static boolean isMentioned(String descriptor) {
    return descriptor.contains("L" + PACKAGE);
  }

  /** Whether a call makes a field updater. */
  static boolean makesUpdater(String owner, String method) {
    return method.equals("newUpdater") && isStandIn(owner) && owner.endsWith("FieldUpdater");
  }
}
