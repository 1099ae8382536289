// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.regex.Pattern;
import vacate.explorer.weave.WeavingLoader;

/**
 * Hash codes that are another in each run of the JVM: those of objects that have none of their own,
 * of enums and of classes. Neither such a number nor the order of a table that it makes may be
 * looked at; to look things up in the table is fine.
 */
public final class IdentityHashes {
  /** What asks for the hash codes of its arguments. */
  private static final Pattern ASKS =
      Pattern.compile("java\\.util\\.(Objects|Arrays)\\.(hash|hashCode|deepHashCode)");

  /** What says nothing of the order of a table. */
  private static final Pattern LOOKS_UP =
      Pattern.compile(
          "add|put|putIfAbsent|get|getOrDefault|contains(Key|Value|All)?|remove|replace"
              + "|compute(If\\w+)?|merge|size|isEmpty|clear|equals|hashCode|getClass"
              + "|of(Nullable)?|requireNonNull|isNull|nonNull|HashSet|HashMap");

  private static final Pattern FORMATS =
      Pattern.compile(
          "java\\.(lang\\.String\\.format(ted)?|util\\.Formatter\\.format"
              + "|io\\.Print(Stream|Writer)\\.(format|printf))");

  private static final Pattern FORMAT_OF_HASH = Pattern.compile("%[^a-zA-Z%]*[hH]");

  /** How deep collections of collections are looked through. */
  private static final int DEPTH = 8;

  private IdentityHashes() {}

  /** What is wrong with asking for a hash code; null if nothing is. */
  public static String refusal(Object o) {
    return depends(o, DEPTH) ? relies(o) : null;
  }

  /** What is wrong with asking a superclass for it; null if nothing is. */
  public static String refusal(Object o, Class<?> superclass) {
    return isInherited(superclass) ? relies(o) : null;
  }

  /** Whether an object's hash code is that of its identity: it has none of its own. */
  public static boolean isIdentity(Object o) {
    return isInherited(o.getClass()) || o instanceof Class;
  }

  /** What is wrong with a hash code that is the object's own. */
  static String relies(Object o) {
    String type = o instanceof Class<?> c ? c.getName() + ".class" : "a " + o.getClass().getName();
    return "relies on the identity hash code of " + type;
  }

  /**
   * What is wrong with a call of the JDK, {@code class.method}; null if nothing is.
   *
   * @param receiver null for a static method or a constructor
   */
  public static String refusal(String what, Object receiver, Object... arguments) {
    String method = what.substring(what.lastIndexOf('.') + 1);
    if (receiver != null && !LOOKS_UP.matcher(method).matches() && isUnordered(receiver)) {
      return "relies on the order of a " + receiver.getClass().getName();
    }
    for (Object a : arguments) {
      if (ASKS.matcher(what).matches() && dependsOrContains(a)) {
        return relies(a);
      }
      if (!LOOKS_UP.matcher(method).matches() && isUnordered(a)) {
        return "relies on the order of a " + a.getClass().getName();
      }
      if (FORMATS.matcher(what).matches() && isFormatOfHash(a)) {
        return "relies on a hash code in " + a;
      }
    }
    return FORMATS.matcher(what).matches() && isFormatOfHash(receiver)
        ? "relies on a hash code in " + receiver
        : null;
  }

  private static boolean isFormatOfHash(Object o) {
    return o instanceof String s && FORMAT_OF_HASH.matcher(s).find();
  }

  private static boolean dependsOrContains(Object o) {
    return o instanceof Object[] array
        ? anyDepends(Arrays.asList(array), DEPTH)
        : depends(o, DEPTH);
  }

  /** Whether an object's hash code is its identity's, or comes of one that is. */
  private static boolean depends(Object o, int depth) {
    if (o == null || o instanceof String || o instanceof Integer) {
      return false;
    }
    if (WeavingLoader.isWoven(o.getClass())) {
      return isInherited(o.getClass());
    }
    if (o instanceof Collection<?> c) {
      return anyDepends(c, depth);
    }
    if (o instanceof Map<?, ?> m) {
      return anyDepends(m.keySet(), depth) || anyDepends(m.values(), depth);
    }
    if (o instanceof Map.Entry<?, ?> e) {
      return depends(e.getKey(), depth) || depends(e.getValue(), depth);
    }
    return o instanceof Optional<?> one
        ? depends(one.orElse(null), depth)
        : isInherited(o.getClass());
  }

  private static boolean anyDepends(Collection<?> all, int depth) {
    if (depth == 0) {
      return true;
    }
    for (Object o : all) {
      if (depends(o, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInherited(Class<?> type) {
    try {
      Class<?> by = type.getMethod("hashCode").getDeclaringClass();
      return by == Object.class || by == Enum.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the order in which a collection gives its elements may be another in the next JVM. */
  private static boolean isUnordered(Object o) {
    if (o == null || WeavingLoader.isWoven(o.getClass())) {
      return false;
    }
    Class<?> type = o.getClass();
    if (o instanceof Map<?, ?> map) {
      return map.size() > 1
          && !(o instanceof SortedMap || o instanceof LinkedHashMap || o instanceof EnumMap)
          && (isDrawn(type) || anyDepends(map.keySet(), DEPTH));
    }
    return o instanceof Collection<?> c
        && c.size() > 1
        && !(o instanceof List || o instanceof Queue || o instanceof Deque)
        && !(o instanceof SortedSet || o instanceof LinkedHashSet || o instanceof EnumSet)
        && (isDrawn(type) || anyDepends(hashed(type, c), DEPTH));
  }

  /** What has given a collection its order: the keys, of entries; of a map's values others. */
  private static Collection<?> hashed(Class<?> type, Collection<?> c) {
    if (type.getName().contains("EntrySet")) {
      return c.stream().map(e -> ((Map.Entry<?, ?>) e).getKey()).toList();
    }
    return type.getName().contains("Values") ? List.of() : c;
  }

  /**
   * Of {@code Set.of} and {@code Map.of} when the JVM starts, of identity tables from addresses.
   */
  private static boolean isDrawn(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.util.ImmutableCollections$")
        || name.startsWith("java.util.IdentityHashMap")
        || name.equals("java.util.Collections$SetFromMap");
  }
}
