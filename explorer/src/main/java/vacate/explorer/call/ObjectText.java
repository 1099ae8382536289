// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.util.regex.Pattern;
import vacate.explorer.heap.Identity;
import vacate.explorer.weave.StandIns;
import vacate.explorer.weave.WeavingLoader;

/**
 * The text that {@code Object.toString} makes: it has the identity hash code, which is another in
 * each run of the JVM, and of a class that stands for one of the JDK a name that nobody knows.
 */
public final class ObjectText {
  private static final Pattern MAKES_TEXT =
      Pattern.compile(
          "java\\.lang\\.(String\\.(valueOf|concat)|StringBu(ilder|ffer)\\.(append|insert))"
              + "|java\\.util\\.Objects\\.toString|java\\.io\\.Print(Stream|Writer)\\.print(ln)?");
  private static final Pattern MAKES_TEXT_OF_ELEMENTS =
      Pattern.compile(
          "java\\.lang\\.String\\.format(ted)?|java\\.util\\.(Arrays\\.toString|Formatter\\.format)"
              + "|java\\.io\\.Print(Stream|Writer)\\.(format|printf)"
              + "|java\\.text\\.\\w*Format\\.format");
  private static final Pattern TRACES =
      Pattern.compile(
          "(^|[^\\w.])(\\[+([ZBCSIJFD]|L[\\w.$]+;)|java\\.lang\\.Object|\\S*\\$\\$Lambda\\S*)@[0-9a-f]+"
              + "|vacate\\.explorer\\.weave\\.");

  private ObjectText() {}

  /**
   * What is wrong with a method of the JDK that would make text of an argument that has none of its
   * own; null if nothing is.
   */
  public static String refusal(String method, Object argument, boolean isElement) {
    return (isElement ? MAKES_TEXT_OF_ELEMENTS : MAKES_TEXT).matcher(method).matches()
            && !(argument instanceof char[])
        ? refusal(argument)
        : null;
  }

  /** What is wrong with making text of an object; null if nothing is. */
  public static String refusal(Object o) {
    if (o instanceof Class<?> c && StandIns.isStandIn(Identity.internalName(c))) {
      return "relies on the name of " + c.getName();
    }
    return isInherited(o) ? reliesOnHash(o) : null;
  }

  /** What is wrong with the text that {@code Object.toString} makes of an object. */
  public static String reliesOnHash(Object o) {
    return "relies on the identity hash code of a " + o.getClass().getName();
  }

  private static boolean isInherited(Object o) {
    if (o == null || Identity.isValue(o)) {
      return false;
    }
    Class<?> type = o.getClass();
    if (!type.isHidden() && WeavingLoader.isWoven(type)) {
      return false; // its own, or the one that is declared here
    }
    try {
      return type.getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a text has an identity hash code, or a name of the explorer's own, for all to see. */
  public static boolean isIn(String text) {
    return TRACES.matcher(text).find();
  }
}
