// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jdk;

import java.lang.module.ModuleFinder;
import java.net.URL;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which classes are the running JDK's own. A package's name does not tell: anyone may use javax.
 */
public final class JdkClasses {
  private static final Set<String> PACKAGES =
      ModuleFinder.ofSystem().findAll().stream()
          .flatMap(module -> module.descriptor().packages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private JdkClasses() {}

  /** Whether a class, by internal name, is the JDK's, or could be no one else's. */
  public static boolean own(String name) {
    if (isReserved(name)) {
      return true;
    }
    int end = name.lastIndexOf('/');
    if (end < 0 || !PACKAGES.contains(name.substring(0, end).replace('/', '.'))) {
      return false;
    }
    URL file = ClassLoader.getSystemResource(name + ".class");
    return file != null && file.getProtocol().equals("jrt");
  }

  /** Whether no loader but the JDK's may define a class of that name. */
  public static boolean isReserved(String name) {
    return name.startsWith("java/");
  }
}
