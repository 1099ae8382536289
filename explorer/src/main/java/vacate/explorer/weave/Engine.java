// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.util.Set;

/** The classes of the explorer itself. None is woven, whatever a test does with it. */
public final class Engine {
  private static final String ROOT = "vacate/explorer/";

  /**
   * All but the stand-ins and the play of a scenario, which are woven as the code that they join.
   */
  private static final Set<String> PACKAGES =
      Set.of(
          "",
          "call/",
          "checkpoint/",
          "execution/",
          "graph/",
          "heap/",
          "hook/",
          "jcstress/",
          "jdk/",
          "lincheck/",
          "linear/",
          "loop/",
          "model/",
          "monitor/",
          "search/",
          "weaken/",
          "weave/");

  /** Those that woven code comes to by its hooks, or that weaving is done by. */
  private static final Set<String> CALLED =
      Set.of(ROOT + "call/", ROOT + "heap/", ROOT + "hook/", ROOT + "loop/", ROOT + "weave/");

  private Engine() {}

  /** Whether a class, by internal name, is in a package of the explorer's: anyone may have one. */
  public static boolean isInItsPackages(String name) {
    return name.startsWith(ROOT) && PACKAGES.contains(inPackage(name).substring(ROOT.length()));
  }

  /** Whether a class, by internal name, is one of the explorer's. */
  static boolean owns(String name) {
    return isInItsPackages(name) && isOurs(name);
  }

  /**
   * Whether a class, by internal name, is one that no test may name: weaving makes code call it.
   */
  public static boolean isCalled(String name) {
    return CALLED.contains(inPackage(name)) && isOurs(name);
  }

  /**
   * Lets a module of woven classes call the packages of hooks, which the explorer shows to nobody
   * else, and lets hooks act on those classes. On a class path all are open to all anyway.
   */
  static void openTo(Module woven) {
    Module own = Engine.class.getModule();
    if (own.isNamed()) {
      own.addReads(woven);
      CALLED.stream()
          .map(folder -> folder.substring(0, folder.length() - 1).replace('/', '.'))
          .forEach(name -> own.addExports(name, woven));
    }
  }

  private static String inPackage(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /** Anyone may have a package of this name; the classes of the explorer come from one place. */
  static boolean isOurs(String name) {
    try {
      return Class.forName(name.replace('/', '.'), false, Engine.class.getClassLoader())
          .getProtectionDomain()
          .getCodeSource()
          .equals(Engine.class.getProtectionDomain().getCodeSource());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
