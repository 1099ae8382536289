// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import vacate.explorer.World;
import vacate.explorer.weave.Digest;
import vacate.slub.Slub;
import vacate.universe.Play;

/**
 * What a verdict depends on besides the question: the code that is played, that which plays and
 * judges it, and Java, whose classes are played, too.
 *
 * @param core digest of the port
 * @param universe digest of what makes scenarios, and says what of them is broken
 * @param explorer digest of the explorer
 * @param asm digest of what it weaves with
 * @param java version of the JVM
 */
public record Fingerprint(String core, String universe, String explorer, String asm, String java) {
  private static final String CORE = "core";
  private static final String UNIVERSE = "universe";
  private static final String EXPLORER = "explorer";
  private static final String ASM = "asm";
  static final String JAVA = "java";

  /** Of this program. */
  public static Fingerprint own() {
    return new Fingerprint(
        Digest.ofCode(Slub.class),
        Digest.ofCode(Play.class),
        Digest.ofCode(World.class),
        Digest.ofCode(ClassReader.class),
        Runtime.version().toString());
  }

  /** What the members of a JSON object say, see {@link #toMap}. */
  static Fingerprint of(Members members) {
    return new Fingerprint(
        members.text(CORE),
        members.text(UNIVERSE),
        members.text(EXPLORER),
        members.text(ASM),
        members.text(JAVA));
  }

  /** The same program on another Java. */
  Fingerprint on(String otherJava) {
    return new Fingerprint(core, universe, explorer, asm, otherJava);
  }

  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(CORE, core);
    map.put(UNIVERSE, universe);
    map.put(EXPLORER, explorer);
    map.put(ASM, asm);
    map.put(JAVA, java);
    return map;
  }
}
