// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

/** What Lincheck calls: one {@link Primitive}, two actors that change it and one that looks. */
public final class CanaryScene {
  private Primitive primitive;

  public void arrange(Canary canary) {
    primitive = canary.make();
  }

  public void change(int actor) {
    primitive.change(actor);
  }

  public int look() {
    return primitive.look();
  }
}
