// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import vacate.explorer.heap.Heritage;
import vacate.explorer.heap.Slots;
import vacate.explorer.weave.JdkUse;
import vacate.explorer.weave.WeavingLoader;

/**
 * The woven classes of a program, and what explorations have left in them.
 *
 * @param loader defines them
 * @param slots their fields
 * @param heritage what is left
 */
public record WovenClasses(WeavingLoader loader, Slots slots, Heritage heritage) {
  private WovenClasses(WeavingLoader loader, Heritage heritage) {
    this(loader, new Slots(loader), heritage);
  }

  /** New ones for one exploration. */
  public static WovenClasses forOne(ClassLoader classes, JdkUse jdk) {
    return new WovenClasses(new WeavingLoader(classes, jdk), Heritage.none());
  }

  /** New ones for as many explorations as leave them as they were. */
  public static WovenClasses forMany(ClassLoader classes) {
    return new WovenClasses(new WeavingLoader(classes, JdkUse.AS_IT_IS), Heritage.watched());
  }
}
