// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

/**
 * How the user came here, for advice that can be followed.
 *
 * @param command what a line begins with that gives another command
 * @param tests where the project's stress tests are
 */
record Invocation(String command, String tests) {
  /** As it is in a checkout. */
  private static final Invocation LAUNCHER =
      new Invocation("./vacate", "stress-tests/target/jcstress.jar");

  /**
   * By the launcher, which says where the project is, or with the single jar that has all in it.
   */
  static Invocation ofThisProcess() {
    return of(System.getProperty("vacate.home"), System.getProperty("java.class.path"));
  }

  /**
   * @param home null without the launcher
   * @param classPath with {@code -jar} that jar alone, as it was typed
   */
  static Invocation of(String home, String classPath) {
    return home == null && classPath.matches("[^:;]+[.]jar")
        ? new Invocation("java -jar " + classPath, classPath)
        : LAUNCHER;
  }
}
