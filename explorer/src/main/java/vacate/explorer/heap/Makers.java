// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** Whose class initialiser has made an object, or whether anybody else has. */
final class Makers {
  private final Run run;

  /** The class whose initialiser made an object; what else the program has got from the JDK. */
  private final Map<Object, Class<?>> makers = new IdentityHashMap<>();

  Makers(Run run) {
    this.run = run;
  }

  /** The program makes an object; returns whether an initialiser does. */
  boolean made(Object o) {
    if (run.isInitializing()) {
      makers.put(o, run.initializer());
      return true;
    }
    if (o.getClass().isArray()) { // which the JDK may give to an initialiser
      makers.put(o, Initializers.class);
    }
    return false;
  }

  /** The program has got an object of the JDK, which may be new. */
  void got(Object o) {
    if (o != null && mayChangeUnseen(o)) {
      makers.putIfAbsent(o, run.isInitializing() ? run.initializer() : Initializers.class);
    }
  }

  /** Whether the initialiser that runs has made it. */
  boolean isOwn(Object o) {
    return o != null && makers.get(o) == run.initializer();
  }

  /** Whether somebody else has, as far as is known. */
  boolean isForeign(Object o) {
    return makers.containsKey(o) && !isOwn(o);
  }

  /** Whether that is so, and it has state that no hook sees and that may change. */
  boolean hidesForeignState(Object o) {
    return isForeign(o) && HiddenState.isIn(o) && !isImmutableCollection(o);
  }

  /** Its iterators are of that class, too, and change. */
  private static boolean isImmutableCollection(Object o) {
    return (o instanceof Collection || o instanceof Map)
        && o.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }

  /** Whether no hook sees it change: a throwable keeps what it suppresses, say. */
  private static boolean mayChangeUnseen(Object o) {
    return HiddenState.isIn(o) || o instanceof Throwable;
  }
}
