// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jdk;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Which code of the JDK setup may run besides what an actor may, by {@code class.method}. It runs
 * once for all executions, in a JVM that explores other tests too: so what another run would do
 * otherwise is not explored, and what others would find changed is not done. What is not listed is
 * refused.
 */
public final class AllowedInSetup {
  private static final Pattern LISTED =
      Pattern.compile(
          "java\\.lang\\.((String|Character|AbstractString|ThreadLocal|InheritableThreadLocal)\\w*"
              + "|Object|Class|Enum|Record|Iterable|Comparable|CharSequence|Appendable|Readable"
              + "|Runnable|AutoCloseable|Boolean|Byte|Short|Integer|Long|Float|Double|Number|Void"
              + "|Math|StrictMath|Throwable|StackTraceElement|\\w*(Exception|Error))\\.\\S+"
              + "|java\\.lang\\.(Thread\\.(currentThread|onSpinWait|yield)"
              + "|System\\.(arraycopy|getProperty|getenv|lineSeparator|getSecurityManager|getLogger)"
              + "|ProcessHandle\\.current"
              + "|RuntimePermission\\.<init>"
              + "|Runtime(\\.(getRuntime|availableProcessors)|\\.version|\\$Version\\.\\S+))"
              + "|java\\.lang\\.(annotation|constant|invoke|reflect)\\.\\S+"
              + "|java\\.(util|math|text|time)\\.\\S+"
              + "|java\\.nio\\.([A-Z]\\w*|charset\\.\\w+)\\.\\S+"
              + "|java\\.io\\.((ByteArray|CharArray|String|Data|Object)\\w*"
              + "|(Filter|Buffered|)(In|Out)putStream|(Buffered|Print|)(Reader|Writer)"
              + "|\\w*Exception|\\w*able)\\.\\S+"
              + "|java\\.lang\\.ClassLoader\\.get(System)?(Resources?|ClassLoader)"
              + "|java\\.lang\\.System\\$Logger\\.(getName|isLoggable|log)"
              + "|java\\.io\\.PrintStream\\.(print(ln|f)?|format|flush|write|append)"
              + "|java\\.(security\\.(MessageDigest|AccessController)|net\\.URI)\\.\\S+"
              + "|sun\\.misc\\.Unsafe\\.\\S+");

  /** What tells of the machine, and of the JVM, that they are as they are, and changes nothing. */
  private static final Pattern OF_MACHINE =
      Pattern.compile(
          "java\\.lang\\.(Runtime\\.maxMemory"
              + "|management\\.(ManagementFactory\\.getRuntimeMXBean"
              + "|RuntimeMXBean\\.(getInputArguments|get(Vm|Spec)\\w+)))"
              + "|java\\.io\\.(File\\.(<init>|can(Read|Write|Execute)|exists|is(File|Directory|Absolute)"
              + "|get(Absolute|Canonical)?(Path|File|Name)|getParent(File)?|toString|length)"
              + "|(FileInputStream|InputStreamReader)\\.\\S+)");

  /** What tells how the JVM was started, where, and what is on the class path. */
  private static final Pattern OF_SURROUNDINGS =
      Pattern.compile(
          "java\\.lang\\.(System\\.(getProperty|getenv|lineSeparator)|Integer\\.getInteger"
              + "|Long\\.getLong|Boolean\\.getBoolean|Runtime\\.availableProcessors"
              + "|Class(Loader)?\\.get(System)?Resource\\w*)");

  /**
   * Threads, chance, the time, files and the settings of the JVM, among those, and what may wait:
   * nobody else runs.
   */
  private static final Pattern BUT =
      Pattern.compile(
          "java\\.lang\\.(Object\\.(wait|notify(All)?)|(Strict)?Math\\.random)"
              + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.define\\S+"
              + "|java\\.lang\\.invoke\\.(MethodHandles(\\$Lookup\\.revealDirect|\\.reflectAs)"
              + "|MethodHandle\\.describeConstable)"
              + "|java\\.util\\.(random\\.|Timer|UUID\\.randomUUID|Date\\.<init>"
              + "|Collections\\.shuffle|Calendar\\.getInstance|GregorianCalendar\\.<init>|Scanner\\."
              + "|(Locale|TimeZone|SimpleTimeZone)\\.setDefault|ServiceLoader|ResourceBundle"
              + "|logging\\.(?!Level\\.|Logger\\.(get(Logger|AnonymousLogger|Global|Name)|isLoggable"
              + "|severe|warning|info|config|fine(r|st)?|logp?|entering|exiting|throwing)$"
              + "|LogRecord\\.(<init>$|set|getLevel$|getMessage$|getLoggerName$|getThrown$))"
              + "|(prefs|jar|zip)\\.)\\S*"
              + "|java\\.util\\.concurrent\\.(ThreadLocalRandom|Executor|Fork|CompletableFuture"
              + "|Scheduled|ThreadPool|SubmissionPublisher|Recursive|CountedCompleter"
              + "|locks\\.LockSupport\\.park|locks\\.\\S*\\.(lock|tryLock|readLock|writeLock"
              + "|try(Read|Write)Lock|tryAcquire\\w*Nanos))\\S*"
              + "|java\\.util\\.concurrent\\.\\S+\\.(await|take|acquire|exchange|arriveAndAwait)\\w*"
              + "|java\\.util\\.concurrent\\.\\w*(Queue|Deque)\\.(put|transfer)\\w*"
              + "|java\\.util\\.concurrent\\.\\w*Future\\w*\\.(get|join)"
              + "|java\\.time\\.(\\S*\\.(now|system\\S*|tick\\S*)|Clock\\.(?!fixed)\\S*)"
              + "|java\\.(util|lang)\\.\\S*\\.parallel\\w*");

  /** What is another for each thread, or says which one runs. */
  private static final Pattern OF_A_THREAD =
      Pattern.compile(
          "java\\.lang\\.((Inheritable)?ThreadLocal\\.(get|set|remove)|Thread\\.currentThread)");

  /** What waits if it is told for how long. */
  private static final Pattern TIMED =
      Pattern.compile("java\\.util\\.concurrent\\.(?!TimeUnit\\.)\\S+");

  private AllowedInSetup() {}

  /** Whether what comes of a call, as {@code class.method}, depends on the thread that makes it. */
  public static boolean dependsOnThread(String what) {
    return OF_A_THREAD.matcher(what).matches();
  }

  /** Whether a call, as {@code class.method}, tells what another machine or JVM would not. */
  public static boolean isOfMachine(String what) {
    return OF_MACHINE.matcher(what).matches();
  }

  /** Whether a call, as {@code class.method}, may tell something else when it is run again. */
  public static boolean tellsOfSurroundings(String what) {
    return OF_SURROUNDINGS.matcher(what).matches() || isOfMachine(what);
  }

  private static boolean mayCall(String what) {
    return LISTED.matcher(what).matches() && !BUT.matcher(what).matches() || isOfMachine(what);
  }

  /** The same of a call with these. */
  public static String refusal(String what, Object... arguments) {
    boolean waits =
        TIMED.matcher(what).matches()
            && Arrays.stream(arguments).anyMatch(a -> a instanceof TimeUnit);
    return mayCall(what) && !waits ? null : "calls " + what;
  }

  /** What is wrong with a call in setup of {@code class.method}; null if nothing is. */
  public static String refusal(String what) {
    return mayCall(what) ? null : "calls " + what;
  }
}
