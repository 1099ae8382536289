// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.regex.Pattern;

/** The names of the JVM's and the explorer's messages as they are where the test really runs. */
final class Names {
  private static final Pattern LOADER =
      Pattern.compile("vacate\\.explorer\\.weave\\.WeavingLoader @[0-9a-f]+");
  private static final Pattern SHADOW =
      Pattern.compile("vacate[./]explorer[./]weave[./]jdk[./](?:copy[./])?(\\w+)");

  private static final Pattern LAMBDA = Pattern.compile("(\\$\\$Lambda)[$/][^ ,\\]]*");

  private Names() {}

  /** A text with the classes of the JDK in place of what stands for them, and no addresses. */
  static String said(String text) {
    if (text == null) {
      return null;
    }
    String said = LAMBDA.matcher(text).replaceAll("$1");
    return SHADOW
        .matcher(LOADER.matcher(said).replaceAll("'app'"))
        .replaceAll(
            found -> {
              char separator = found.group().charAt("vacate".length());
              return Woven.original(found.group(1)).replace('/', separator);
            });
  }
}
