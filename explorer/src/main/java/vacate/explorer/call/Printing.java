// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.util.Arrays;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import vacate.explorer.heap.Identity;
import vacate.explorer.weave.WeavingLoader;

/**
 * What a program tells people, on the streams of its process or by a logger of the JDK. People
 * would see it once for each run of an actor's code, so it is left out there, and with it what
 * threads may learn of each other by a lock of the stream or of who writes the log.
 */
final class Printing {
  private static final Pattern PRINTS = Pattern.compile("print(ln|f)?|format|flush");

  /** Methods of a logger that say by their names how important it is. */
  private static final Map<String, Level> OF_LEVEL =
      Map.of(
          "severe", Level.SEVERE,
          "warning", Level.WARNING,
          "info", Level.INFO,
          "config", Level.CONFIG,
          "fine", Level.FINE,
          "finer", Level.FINER,
          "finest", Level.FINEST,
          "entering", Level.FINER,
          "exiting", Level.FINER,
          "throwing", Level.FINER);

  private static final Set<String> FORMATS = Set.of("printf", "format");

  private static final Set<String> LOGS = Set.of("log", "logp");
  private static final Set<String> ASKS = Set.of("isLoggable", "getName");

  private Printing() {}

  /**
   * Whether a call tells people a text or a number, or would if anybody wanted to know, and throws
   * nothing. With a null among its arguments it may throw, if that is a supplier or characters.
   */
  static boolean isToPeople(String name, Object receiver, Object... arguments) {
    if (Arrays.asList(arguments).contains(null)) {
      return false;
    }
    if (receiver == System.out || receiver == System.err) {
      return PRINTS.matcher(name).matches()
          && isTold(arguments)
          && (!FORMATS.contains(name) || isFormat(arguments));
    }
    if (receiver instanceof Logger logger && !WeavingLoader.isWoven(receiver.getClass())) {
      Level level = level(name, arguments);
      return level != null && (!logger.isLoggable(level) || isTold(arguments));
    }
    return receiver instanceof System.Logger logger
        && !WeavingLoader.isWoven(receiver.getClass())
        && name.equals("log")
        && arguments[0] instanceof System.Logger.Level level
        && (!logger.isLoggable(level) || isTold(arguments));
  }

  /** Whether the last argument is what the format before it asks for. */
  private static boolean isFormat(Object... arguments) {
    Object[] about = (Object[]) arguments[arguments.length - 1];
    try {
      return String.format((String) arguments[arguments.length - 2], about) != null;
    } catch (IllegalFormatException e) {
      return false;
    }
  }

  private static Level level(String name, Object... arguments) {
    if (LOGS.contains(name)) {
      Object of = arguments[0] instanceof LogRecord told ? told.getLevel() : arguments[0];
      return of instanceof Level level && level.getClass() == Level.class ? level : null;
    }
    return OF_LEVEL.get(name);
  }

  /** Whether a call asks what a logger would tell, which no program may change. */
  static boolean isAsked(String name, Object receiver) {
    return (receiver instanceof Logger || receiver instanceof System.Logger)
        && !WeavingLoader.isWoven(receiver.getClass())
        && ASKS.contains(name);
  }

  /** Whether what is called gives the one logger that there is of a name. */
  static boolean givesLogger(String what) {
    return what.equals("java.util.logging.Logger.getLogger");
  }

  /** Whether an object can be printed without anything that it shares being looked at. */
  private static boolean isTold(Object o) {
    return o == null
        || Identity.isValue(o)
        || o instanceof Locale
        || o instanceof Level
        || o instanceof LogRecord told
            && isTold(told.getMessage())
            && isTold(told.getThrown())
            && isTold(told.getParameters())
        || o instanceof Throwable && !WeavingLoader.isWoven(o.getClass())
        || o instanceof Object[] all && Arrays.stream(all).allMatch(Printing::isTold);
  }
}
