// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jdk;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which code of the JDK may run inside an actor. What is not listed is refused when it is reached:
 * better to judge less than to judge wrongly.
 */
public final class AllowedInActors {
  /** Values: no state that two threads could share. */
  private static final Pattern IMMUTABLE =
      Pattern.compile(
          "java/(io|net|text|time|security|nio/(file|charset)|time/(format|zone))/\\w*Exception"
              + "|java/lang/(String|Integer|Long|Short|Byte|Character|Boolean|Float|Double|Class|Enum"
              + "|Math|StrictMath|Record|Object|Throwable|.*Exception|.*Error|StackTraceElement|Void)"
              + "|java/util/(Objects|.*Exception|UUID|Locale|logging/Level|Base64(\\$\\w+)?)"
              + "|java/util/regex/Pattern\\w*|java/nio/charset/(\\w*Charsets?)"
              + "|sun/nio/cs/(?!\\w*coder)\\w+"
              + "|java/util/concurrent/(TimeUnit|.*Exception)"
              + "|java/math/(BigInteger|BigDecimal)|java/nio/(ByteOrder|\\w*Exception)|java/lang/invoke/(MethodHandles\\$Lookup|MethodType)"
              + "|java/time/(Duration|Period|Instant|LocalDate|LocalTime|LocalDateTime|Year|YearMonth"
              + "|MonthDay|Month|DayOfWeek|ZoneId|ZoneOffset|ZonedDateTime|Clock|OffsetTime|OffsetDateTime"
              + "|format/DateTimeFormatter)");

  /** Mutable, but whoever makes one and keeps it to himself may use it. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "java/lang/(StringBuilder|StringBuffer|AbstractStringBuilder|Appendable|CharSequence|Number"
              + "|Comparable|Iterable|Runnable|AutoCloseable)"
              + "|java/lang/reflect/(AccessibleObject|Executable|Field|Method|Constructor)"
              + "|java/util/function/.*"
              + "|java/util/(Abstract)?(Array|Linked|Hash|LinkedHash|Tree|Enum|Identity|Priority)?"
              + "(Hash)?(List|Map|Set|Deque|Queue|Collection)"
              + "|java/util/(Collection|Collections|List|Map|Set|Deque|Queue|Iterator|ListIterator"
              + "|Map\\$Entry|SortedMap|SortedSet|NavigableMap|NavigableSet|StringJoiner|Comparator"
              + "|Optional(Int|Long|Double)?|BitSet|Stack|Vector|PrimitiveIterator.*|Formatter"
              + "|StringTokenizer|(Splittable)?Random|Date|(Gregorian)?Calendar|TimeZone"
              + "|(Int|Long|Double)SummaryStatistics|logging/LogRecord)"
              + "|java/io/((ByteArray|Filter|Buffered|Data|)(In|Out)putStream"
              + "|(CharArray|String|Buffered|)(Reader|Writer)|Print(Stream|Writer)"
              + "|Data(In|Out)put|Closeable|Flushable)"
              + "|java/text/(\\w*Format|DecimalFormatSymbols|(Parse|Field)Position)"
              + "|java/util/(regex/Match(er|Result)|zip/(CRC32|Adler32|Checksum)|Scanner)"
              + "|java/security/MessageDigest"
              + "|java/util/stream/.*");

  /** Static methods of mutable classes, and others that depend on their arguments alone. */
  private static final Set<String> STATIC =
      Set.of(
          "java/lang/System.getProperty",
          "java/lang/System.lineSeparator",
          "java/lang/System.getenv",
          "java/lang/Runtime.getRuntime",
          "java/lang/Runtime.availableProcessors",
          "java/util/Arrays.toString",
          "java/util/Arrays.hashCode",
          "java/util/Arrays.equals",
          "java/util/Arrays.asList",
          "java/util/Arrays.stream",
          "java/util/logging/Logger.getLogger",
          "java/lang/invoke/MethodHandles.lookup");

  /** Methods that neither write nor keep an array that they are given. */
  private static final Pattern READING =
      Pattern.compile(
          "java\\.util\\.(Arrays\\.(toString|hashCode|equals)|Objects\\.(hash|deepEquals|equals)"
              + "|(List|Set)\\.(of|copyOf))"
              + "|java\\.lang\\.String(\\.(valueOf|copyValueOf|format|join|concat))?"
              + "|java\\.lang\\.StringBuilder\\.(append|insert)"
              + "|java\\.security\\.MessageDigest\\.(update|isEqual)|java\\.io\\.OutputStream\\.write");

  /** Methods of which nobody looks into what they are given, but who gets it back. */
  private static final Pattern HOLDING =
      Pattern.compile("java\\.util\\.Optional\\.(of|ofNullable|orElse)");

  /** Constructors of these may open a file, by name or as such. */
  private static final Pattern PRINTS = Pattern.compile("java/io/Print(Stream|Writer)");

  /** Constructors of these may open one that they are given as such. */
  private static final Pattern SCANS = Pattern.compile("java/util/Scanner");

  /**
   * What another run would do otherwise, and what tells the time, which thread runs, or by whom it
   * was called.
   */
  private static final Set<String> NEVER =
      Set.of(
          "java/lang/Object.wait",
          "java/lang/Object.notify",
          "java/lang/Object.notifyAll",
          "java/lang/Math.random",
          "java/lang/StrictMath.random",
          "java/util/UUID.randomUUID",
          "java/util/Collections.shuffle",
          "java/util/Locale.setDefault",
          "java/util/TimeZone.setDefault",
          "java/text/DateFormat.getCalendar",
          "java/text/SimpleDateFormat.getCalendar",
          "java/text/SimpleDateFormat.get2DigitYearStart",
          "java/util/logging/LogRecord.getInstant",
          "java/util/logging/LogRecord.getLongThreadID",
          "java/util/logging/LogRecord.getMillis",
          "java/util/logging/LogRecord.getSequenceNumber",
          "java/util/logging/LogRecord.getSourceClassName",
          "java/util/logging/LogRecord.getSourceMethodName",
          "java/util/logging/LogRecord.getThreadID",
          "java/lang/Integer.getInteger",
          "java/lang/Long.getLong",
          "java/lang/Boolean.getBoolean");

  /** What looks into a class: it has another inside after weaving. */
  private static final Pattern REFLECTION =
      Pattern.compile(
          "java/lang/Class\\.(forName|newInstance"
              + "|get(Declared)?(Field|Method|Constructor)s|getEnclosing(Method|Constructor)"
              + "|getRecordComponents"
              + "|get(Resource|ClassLoader|Module|ProtectionDomain|Signers)\\w*)"
              + "|java/lang/invoke/MethodHandles\\$Lookup\\.(define\\w+|revealDirect)");

  /** What a woven class may extend: state that a superclass keeps would go unseen. */
  private static final Pattern SUPERCLASS =
      Pattern.compile(
          "java/lang/(Object|Record|Enum|Number|Throwable|Thread|.*Exception|.*Error)"
              + "|java/(io|net|text|time|security)/\\w*Exception"
              + "|java/util/.*Exception|java/time/Clock|java/io/(In|Out)putStream");

  /** Calls that a hook of the same name and stack effect takes over. */
  private static final Map<String, String> HOOKED =
      Map.ofEntries(
          Map.entry("vacate/explorer/Interrupts.during", "during"),
          Map.entry("vacate/explorer/Interrupts.onRequest", "onRequest"),
          Map.entry("vacate/explorer/Interrupts.whilePreemptible", "whilePreemptible"),
          Map.entry("java/lang/Thread.onSpinWait", "onSpinWait"),
          Map.entry("java/lang/Thread.yield", "yield"),
          Map.entry("java/lang/ref/Reference.reachabilityFence", "reachabilityFence"),
          Map.entry("java/lang/System.nanoTime", "nanoTime"),
          Map.entry("java/lang/System.currentTimeMillis", "currentTimeMillis"),
          Map.entry("java/lang/ProcessHandle.pid", "pid"),
          Map.entry("java/lang/Math.random", "random"),
          Map.entry("java/lang/StrictMath.random", "strictRandom"),
          Map.entry("java/util/UUID.randomUUID", "randomUUID"),
          Map.entry("java/lang/System.arraycopy", "arraycopy"),
          Map.entry("java/lang/String.getChars", "getChars"),
          Map.entry("java/lang/System.gc", "gc"),
          Map.entry("java/lang/Runtime.availableProcessors", "availableProcessors"),
          Map.entry(
              "java/lang/invoke/VarHandle.withInvokeExactBehavior", "withInvokeExactBehavior"),
          Map.entry("java/lang/invoke/VarHandle.withInvokeBehavior", "withInvokeBehavior"),
          Map.entry("java/lang/invoke/VarHandle.fullFence", "fullFence"),
          Map.entry("java/lang/invoke/VarHandle.acquireFence", "acquireFence"),
          Map.entry("java/lang/invoke/VarHandle.releaseFence", "releaseFence"),
          Map.entry("java/lang/invoke/VarHandle.loadLoadFence", "loadLoadFence"),
          Map.entry("java/lang/invoke/VarHandle.storeStoreFence", "storeStoreFence"),
          Map.entry("java/lang/invoke/VarHandle.isAccessModeSupported", "isAccessModeSupported"),
          Map.entry("java/lang/invoke/MethodHandles$Lookup.findVarHandle", "findVarHandle"),
          Map.entry("jdk/internal/invoke/MhUtil.findVarHandle", "findVarHandle"),
          Map.entry(
              "java/lang/invoke/MethodHandles$Lookup.findStaticVarHandle", "findStaticVarHandle"),
          Map.entry(
              "java/lang/invoke/MethodHandles.arrayElementVarHandle", "arrayElementVarHandle"),
          Map.entry(
              "java/lang/invoke/MethodHandles.byteArrayViewVarHandle", "byteArrayViewVarHandle"),
          Map.entry(
              "java/lang/invoke/MethodHandles.byteBufferViewVarHandle", "byteBufferViewVarHandle"),
          Map.entry("java/lang/invoke/MethodHandles.privateLookupIn", "privateLookupIn"),
          Map.entry("java/lang/invoke/ConstantBootstraps.fieldVarHandle", "fieldVarHandle"),
          Map.entry(
              "java/lang/invoke/ConstantBootstraps.staticFieldVarHandle", "staticFieldVarHandle"),
          Map.entry("java/lang/invoke/ConstantBootstraps.arrayVarHandle", "arrayVarHandle"),
          Map.entry("java/lang/reflect/Array.newInstance", "newArray"),
          Map.entry("jdk/internal/misc/CDS.initializeFromArchive", "initializeFromArchive"),
          Map.entry("jdk/internal/misc/CDS.getRandomSeedForDumping", "getRandomSeedForDumping"));

  private AllowedInActors() {}

  /** The hook that stands for a method, or null. */
  public static String hook(String owner, String name) {
    return HOOKED.get(owner + "." + name);
  }

  /** Whether it is refused whoever calls it: a parallel stream, too, has threads of its own. */
  public static boolean isNever(String owner, String name) {
    return NEVER.contains(owner + "." + name)
        || REFLECTION.matcher(owner + "." + name).matches()
        || name.startsWith("parallel")
            && (owner.startsWith("java/util/") || owner.startsWith("java/lang/"));
  }

  /** Whether a static method or constructor of that class may run in an actor. */
  public static boolean mayCall(String owner, String name) {
    return !isNever(owner, name)
        && (isImmutable(owner) || isPrivate(owner) || STATIC.contains(owner + "." + name));
  }

  /** Whether a constructor with that descriptor may open a file. */
  public static boolean opensFile(String owner, String descriptor) {
    return PRINTS.matcher(owner).matches()
            && descriptor.matches("\\(Ljava/(lang/String|io/File);.*")
        || SCANS.matcher(owner).matches()
            && descriptor.matches("\\(Ljava/(io/File|nio/file/Path|nio/channels/\\w+);.*");
  }

  /** Whether a method, as {@code Class.method}, leaves arrays alone; a constructor has no name. */
  public static boolean onlyReads(String method) {
    return READING.matcher(method).matches();
  }

  /** Whether a method, as {@code Class.method}, keeps what it is given and looks at none of it. */
  public static boolean onlyHolds(String method) {
    return HOLDING.matcher(method).matches();
  }

  public static boolean mayExtend(String superclass) {
    return SUPERCLASS.matcher(superclass).matches();
  }

  /** Whether instances hold no state that threads could share. */
  public static boolean isImmutable(String owner) {
    return IMMUTABLE.matcher(owner).matches();
  }

  /** Whether instances may be used by the thread that made them, and by no other. */
  public static boolean isPrivate(String owner) {
    return PRIVATE.matcher(owner).matches();
  }
}
