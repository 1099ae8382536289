// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import java.util.List;
import vacate.invariant.Damage;
import vacate.kernel.Unshared;
import vacate.scene.Scene;

/**
 * The machine when all actors are done, as a text that Lincheck can carry and print: {@code SLAB 1}
 * is a slab with one object in use, {@code FREE 0} is what a vacate wants; findings follow, each
 * after a bar.
 *
 * @param slab whether the contested page is a slab
 * @param objects how many of its objects somebody has
 * @param findings what the invariant checker says, each a kind, a colon and a text
 */
record FinalState(boolean slab, int objects, List<String> findings) {
  private static final String BAR = " | ";

  @Unshared(always = true, because = "It runs after the actors.")
  static FinalState of(Scene scene) {
    return new FinalState(
        scene.page.isSlab(), scene.held(), scene.damage().stream().map(Damage::toString).toList());
  }

  static FinalState parse(String text) {
    List<String> parts = List.of(text.split(java.util.regex.Pattern.quote(BAR)));
    String[] page = parts.get(0).split(" ");
    return new FinalState(
        page[0].equals("SLAB"), Integer.parseInt(page[1]), parts.subList(1, parts.size()));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(slab ? "SLAB " : "FREE ").append(objects);
    for (String finding : findings) {
      text.append(BAR).append(finding);
    }
    return text.toString();
  }
}
