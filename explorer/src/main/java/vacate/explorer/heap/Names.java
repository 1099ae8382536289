// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.regex.Pattern;
import vacate.explorer.weave.StandIns;
import vacate.explorer.weave.WeavingLoader;

/** The names of the JVM's and the explorer's messages as they are where the test really runs. */
public final class Names {
  private static final Pattern LOADER =
      Pattern.compile(Pattern.quote(WeavingLoader.class.getName()) + " @[0-9a-f]+");
  private static final Pattern STAND_IN =
      Pattern.compile("vacate[./]explorer[./]standin[./](\\w+)");
  private static final Pattern COPY = Pattern.compile("vacate[./]explorer[./]standin[./]copy[./]");

  private static final Pattern LAMBDA = Pattern.compile("(\\$\\$Lambda)[$/][^ ,\\]]*");

  private static final Pattern OURS =
      Pattern.compile("vacate[./]explorer[./](call|heap|hook|loop|standin|weave)[./]");

  /**
   * The message of an exception that the JVM throws in words that it alone knows. Nobody is to see
   * it.
   */
  public static final String UNKNOWN = "(what the JVM says here)";

  /** What a frame of a stack trace says whose method is nobody's to know. */
  public static final String CALLER = "(who calls the test)";

  private static final Pattern OF_NULL =
      Pattern.compile(
          "Cannot (invoke \"|(read|assign) field \"|(load from|store to) \\w+ array"
              + "|read the array length|throw exception)");

  private Names() {}

  /** What is wrong with looking at a text; null if nothing is. */
  public static String refusal(Object text) {
    if (text instanceof String said && said.contains(CALLER)) {
      return "looks at who calls the test";
    }
    return text instanceof String said && (said.contains(UNKNOWN) || isCutShort(said))
        ? "relies on what the JVM says of an exception that it throws"
        : null;
  }

  /**
   * What the JDK gives the test: if it is a text that names the explorer, as the messages of the
   * JVM do, the one that the test would get without it.
   */
  public static Object heard(Object given) {
    return given instanceof String text && OURS.matcher(text).find() ? said(text) : given;
  }

  /** Weaving parts a value on the operand stack across a loop from where it came from. */
  private static boolean isCutShort(String text) {
    return OF_NULL.matcher(text).find()
        && (!text.contains(" because \"") || text.contains(" because \"<array>"));
  }

  /** A text with the classes of the JDK in place of what stands for them, and no addresses. */
  public static String said(String text) {
    if (text == null) {
      return null;
    }
    String said = LAMBDA.matcher(text).replaceAll("$1").replace(": " + UNKNOWN, "");
    return STAND_IN
        .matcher(COPY.matcher(LOADER.matcher(said).replaceAll("'app'")).replaceAll(""))
        .replaceAll(
            found -> {
              char separator = found.group().charAt("vacate".length());
              return StandIns.original(found.group(1)).replace('/', separator);
            });
  }
}
