// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.util.Arrays;
import java.util.List;

/** Which classes are tests, and where tests are. */
final class TestClasses {
  private static final String ANNOTATION = "org.openjdk.jcstress.annotations.JCStressTest";
  private static final System.Logger LOG = System.getLogger(TestClasses.class.getName());

  private TestClasses() {}

  /** By its name: whoever runs a test may have any version of jcstress. */
  static boolean isTest(Class<?> type) {
    return Arrays.stream(type.getDeclaredAnnotations())
        .anyMatch(a -> a.annotationType().getName().equals(ANNOTATION));
  }

  /** Whether there is a test in a class, at any depth. */
  static boolean hasTests(Class<?> type) {
    return isTest(type) || !nested(type).isEmpty();
  }

  /** The classes in a class that are tests, or have some. */
  static List<Class<?>> nested(Class<?> type) {
    return declared(type).stream().<Class<?>>filter(TestClasses::hasTests).toList();
  }

  /**
   * A class that lacks another on the class path is not for this engine to complain about: it is
   * asked of all classes that others test, too.
   */
  private static List<Class<?>> declared(Class<?> type) {
    try {
      return List.of(type.getDeclaredClasses());
    } catch (LinkageError e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "No test is looked for in the classes within {0}, which cannot be loaded: {1}",
          type.getName(),
          e);
      return List.of();
    }
  }
}
