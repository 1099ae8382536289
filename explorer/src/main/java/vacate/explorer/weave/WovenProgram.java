// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vacate.explorer.jdk.JdkClasses;

/**
 * What weaving the classes of one program has come to, and what belongs to no other program: two
 * may have classes of one name that are not the same. Lives and dies with the loader that finds
 * them; what an exploration has of its own lives with the {@link WeavingLoader} or the machine.
 */
public final class WovenProgram {
  private final FieldRefs fields = new FieldRefs();
  private final Mentions mentions = new Mentions();
  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();
  private final Map<String, String> digests = new ConcurrentHashMap<>();
  private final Map<String, Boolean> woven = new ConcurrentHashMap<>();
  private final Map<String, String> standIns = new ConcurrentHashMap<>();
  private final JdkUse jdk;

  WovenProgram(JdkUse jdk) {
    this.jdk = jdk;
  }

  /** What the classes of the JDK are to it. */
  JdkUse jdk() {
    return jdk;
  }

  /** The class, by internal name, that stands for another in its code; or that itself. */
  String standIn(String name) {
    return standIns.computeIfAbsent(name, n -> StandIns.of(n, jdk));
  }

  /** The fields that its code names, and what their declarations say. */
  public FieldRefs fields() {
    return fields;
  }

  /** Where its code may set off class initialisers. */
  public Mentions mentions() {
    return mentions;
  }

  /** Says of a class, by internal name, how its file was when it was read. */
  void read(String name, String digest) {
    digests.putIfAbsent(name, digest);
  }

  /** What was said of the files of its classes, by internal name. */
  Map<String, String> digests() {
    return new TreeMap<>(digests);
  }

  /** A class, by internal name, as it was woven; null if it was not yet. */
  byte[] woven(String name) {
    return classes.get(name);
  }

  /** Keeps a class as it was woven; gives it back, or what somebody else has kept before. */
  byte[] keep(String name, byte[] woven) {
    byte[] before = classes.putIfAbsent(name, woven);
    return before == null ? woven : before;
  }

  /** Whether a class, by internal name, is woven: all but the JDK's and the explorer's. */
  boolean isWoven(String name) {
    return woven.computeIfAbsent(
        name, n -> !n.startsWith("[") && !Engine.owns(n) && !JdkClasses.own(n));
  }
}
