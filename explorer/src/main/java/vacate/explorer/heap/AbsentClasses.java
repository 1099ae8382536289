// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Classes that a program can do without. A library that looks whether another one is there catches
 * what the JVM throws if it is not; in setup, or in an initialiser, it gets the same here, and the
 * verdict is one about that class path.
 */
final class AbsentClasses {
  private static final Pattern NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}./]+");

  private final ClassLoader loader;
  private final Heritage heritage;
  private final Set<String> names = new TreeSet<>();

  AbsentClasses(ClassLoader loader, Heritage heritage) {
    this.loader = loader;
    this.heritage = heritage;
  }

  /** A handler of the program is about to get to know that a class is missing. */
  void caught(String name) {
    names.add(name);
    heritage.surroundings().absent(name);
    heritage.spend("setup or an initialiser does without " + name);
  }

  /** What the verdict rests on; empty if on nothing. */
  Optional<String> assumption() {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("a class path without " + String.join(" and ", names));
  }

  /**
   * The class that is told to be missing, and is; null if something else is told, or one that is
   * there is not the one that was asked for, or damaged.
   */
  String told(Throwable thrown) {
    String message = thrown.getMessage();
    boolean tells =
        (thrown.getClass() == NoClassDefFoundError.class
                || thrown.getClass() == ClassNotFoundException.class)
            && message != null
            && NAME.matcher(message).matches();
    if (!tells) {
      return null;
    }
    String name = message.replace('/', '.');
    return loader.getResource(name.replace('.', '/') + ".class") == null ? name : null;
  }
}
