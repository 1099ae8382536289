// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jdk;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which classes of the JDK are code like the test's own, where a test shares what they hold: woven
 * from the running JDK's class files, under names of their own. All else stays what it is.
 *
 * <table>
 * <caption>What is what, and why</caption>
 * <tr><th>of the JDK</th><th>is</th><th>because</th></tr>
 * <tr><td>collections of {@code java.util}, {@code Properties}, {@code Observable},
 *     {@code Arrays}, {@code Objects}, {@code StringJoiner}, {@code Collectors}, streams of arrays
 *     of bytes</td><td>code</td>
 *     <td>fields and elements that threads may share</td></tr>
 * <tr><td>classes of {@code java.util.concurrent}</td><td>code</td>
 *     <td>their memory effects are what they do, not what is said of them</td></tr>
 * <tr><td>interfaces</td><td>the JDK's</td>
 *     <td>no state, and both sides of the border know them: a {@code List} is one for a stream</td>
 *     </tr>
 * <tr><td>{@code CompletionStage}, {@code Observer}</td><td>code</td>
 *     <td>they name {@code CompletableFuture} and {@code Observable}</td></tr>
 * <tr><td>static methods of {@code List}, {@code Set}, {@code Map}</td><td>code</td>
 *     <td>they make collections</td></tr>
 * <tr><td>exceptions and errors</td><td>the JDK's</td><td>handlers name them</td></tr>
 * <tr><td>enums</td><td>the JDK's</td><td>constants, each of which there is one of</td></tr>
 * <tr><td>{@code java.lang}, {@code java.util.function}, {@code java.util.stream}, {@code
 *     Optional}, text and time</td><td>the JDK's</td><td>values, functions, or what one thread
 *     keeps to itself</td></tr>
 * <tr><td>buffers of {@code java.nio} in the heap, writers of text, {@code FilterInputStream},
 *     {@code FilterOutputStream}, {@code IntSummaryStatistics} and its like</td><td>code, where nothing else will do</td>
 *     <td>each byte or character is an element that threads may share; a stream makes the JDK's
 *     own statistics</td></tr>
 * <tr><td>atomic classes, {@code ReentrantLock}, {@code Semaphore}, {@code ThreadLocal}, {@code
 *     ThreadLocalRandom}, {@code ForkJoinPool}, {@code Unsafe}, {@code java.lang.ref}</td><td>
 *     stand-ins</td><td>few events, or what the JVM itself does</td></tr>
 * </table>
 */
public final class JdkCode {
  private static final Pattern CLASSES =
      Pattern.compile(
          "java/util/(Abstract(Collection|List|Map|Queue|SequentialList|Set)|Array(Deque|List|s)"
              + "|ArraysParallelSortHelpers|ArrayPrefixHelpers|Collections|ComparableTimSort"
              + "|Dictionary|Enum(Map|Set)|(Regular|Jumbo)EnumSet"
              + "|DualPivotQuicksort|(Linked)?Hash(Map|Set)|Hashtable|IdentityHashMap"
              + "|ImmutableCollections|KeyValueHolder|LinkedList|Objects|Observable|PriorityQueue"
              + "|Properties|Random|Stack"
              + "|Spliterators|StringJoiner|StringTokenizer|TaskQueue|TimSort|Timer(Task|Thread)?"
              + "|Tree(Map|Set)|Vector|WeakHashMap|stream/Collectors)(\\$.*)?"
              + "|java/io/ByteArray(In|Out)putStream"
              + "|java/util/concurrent/((atomic|locks)/)?[A-Z].*"
              + "|jdk/internal/util/(ArraysSupport|Preconditions)(\\$.*)?");

  /** Of those, what handlers name, what is a constant, and what the JVM does. */
  private static final Pattern BUT =
      Pattern.compile(
          ".*(Exception|Error)"
              + "|java/util/concurrent/(TimeUnit|ForkJoinPool|ForkJoinWorkerThread"
              + "|ThreadLocalRandom|locks/LockSupport)(\\$.*)?");

  private static final Pattern BUFFERS =
      Pattern.compile(
          "java/nio/(Buffer|BufferMismatch|CharBufferSpliterator|StringCharBuffer"
              + "|(Heap)?(Byte|Char|Short|Int|Long|Float|Double)BufferR?|ByteBufferAs\\w+)(\\$.*)?");

  /**
   * What writes text, into what is code there alone; and what others extend to stand in front of a
   * stream.
   */
  private static final Pattern WRITERS =
      Pattern.compile(
          "java/io/((String|CharArray|Print|Buffered|OutputStream)?Writer(\\$.*)?"
              + "|Filter(In|Out)putStream)");

  /** What gathers numbers is code there alone: that of a stream is the JDK's own. */
  private static final Pattern STATISTICS =
      Pattern.compile("java/util/(Int|Long|Double)SummaryStatistics");

  /** The interfaces that name a class which is code. */
  private static final Set<String> NAMING =
      Set.of("java/util/concurrent/CompletionStage", "java/util/Observer");

  /** Interfaces of whose static methods the code is woven. */
  private static final Set<String> FACTORIES =
      Set.of("java/util/List", "java/util/Set", "java/util/Map");

  /**
   * Those that ask {@code equals} where two references are not one: so to them it is all the same
   * whether two equal values are one object.
   */
  private static final Pattern EQUAL =
      Pattern.compile(
          "java/util/((Linked)?HashMap|Objects|AbstractMap|Hashtable"
              + "|ImmutableCollections|concurrent/ConcurrentHashMap)(\\$.*)?");

  private JdkCode() {}

  /** Whether a class, by internal name, is code. */
  public static boolean isCode(String name) {
    return NAMING.contains(name)
        || CLASSES.matcher(name).matches()
            && !BUT.matcher(name).matches()
            && !isInterfaceOrEnum(name);
  }

  /** Whether the code of a class takes equal values for one, whether or not they are. */
  public static boolean takesEqualForSame(String name) {
    return EQUAL.matcher(name).matches();
  }

  /** Whether a class, by internal name, is one of buffers. */
  public static boolean isBuffer(String name) {
    return BUFFERS.matcher(name).matches();
  }

  /** Whether a class, by internal name, writes text. */
  public static boolean isWriter(String name) {
    return WRITERS.matcher(name).matches();
  }

  /** Whether a class, by internal name, gathers numbers. */
  public static boolean isStatistics(String name) {
    return STATISTICS.matcher(name).matches();
  }

  /** Whether static methods of an interface, by internal name, are code. */
  public static boolean isFactory(String name) {
    return FACTORIES.contains(name);
  }

  private static boolean isInterfaceOrEnum(String name) {
    try {
      Class<?> type = Class.forName(name.replace('/', '.'), false, null);
      return type.isInterface() || type.isEnum();
    } catch (ClassNotFoundException e) {
      return true; // there is no such class
    }
  }
}
