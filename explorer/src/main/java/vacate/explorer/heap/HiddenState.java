// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.jdk.AllowedInActors;
import vacate.explorer.weave.WeavingLoader;

/** State that no hook sees: that of classes that are not woven. */
public final class HiddenState {
  private HiddenState() {}

  /** Whether an object has such state: it is mutable, and not woven. */
  public static boolean isIn(Object o) {
    Class<?> type = o.getClass();
    String internal = Identity.internalName(type);
    return !WeavingLoader.isWoven(type)
        && !Functions.isFunction(o)
        && !Identity.isValue(o)
        && !(AllowedInActors.isImmutable(internal) && !type.equals(Object.class));
  }
}
