// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What weaving the classes of one program has come to, and what belongs to no other program: two
 * may have classes of one name that are not the same. Lives and dies with the program's {@link
 * WeavingLoader}.
 */
final class WovenProgram {
  private final FieldRefs fields = new FieldRefs();
  private final Site.Cache frames = new Site.Cache();
  private final Map<String, Boolean> woven = new ConcurrentHashMap<>();

  /** The fields that its code names, and what their declarations say. */
  FieldRefs fields() {
    return fields;
  }

  /** Where its instructions are in the source. */
  Site.Cache frames() {
    return frames;
  }

  /** Whether a class, by internal name, is woven: all but the JDK's and the hooks. */
  boolean isWoven(String name) {
    return woven.computeIfAbsent(name, n -> !n.startsWith("[") && !Woven.isHook(n) && !Jdk.owns(n));
  }
}
