// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

/**
 * What weaving the classes of one program has come to, and what belongs to no other program: two
 * may have classes of one name that are not the same. Lives and dies with the program's {@link
 * WeavingLoader}.
 */
final class WovenProgram {
  private final FieldRefs fields = new FieldRefs();
  private final Site.Cache frames = new Site.Cache();
  private int loops;

  /** The fields that its code names, and what their declarations say. */
  FieldRefs fields() {
    return fields;
  }

  /** Where its instructions are in the source. */
  Site.Cache frames() {
    return frames;
  }

  /** A number for a loop, that no other loop of the program has. */
  synchronized int nextLoop() {
    return loops++;
  }

  /** Whether a class, by internal name, is woven. */
  boolean isWoven(String name) {
    return Woven.isWoven(name);
  }
}
