// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import vacate.explorer.hook.JdkHooks;

/**
 * What {@code String} does for a {@link java.util.StringJoiner}: it looks at each text twice, first
 * for its length, and then for its characters.
 */
public final class Joined {
  private Joined() {}

  /** Joins the first texts; {@code access} is how the JDK gets at that, and nothing here. */
  public static String join(
      Object access, String prefix, String suffix, String delimiter, String[] elements, int size) {
    int[] lengths = new int[size];
    for (int i = 0; i < size; i++) {
      String el = elements[i];
      lengths[i] = el.length();
    }
    String joined = prefix;
    for (int i = 0; i < size; i++) {
      String el = elements[i];
      if (el == null || el.length() != lengths[i]) {
        JdkHooks.notModelled("java.util.StringJoiner.toString while its texts are exchanged");
      }
      joined = joined.concat(i == 0 ? "" : delimiter).concat(el);
    }
    return joined.concat(suffix);
  }
}
