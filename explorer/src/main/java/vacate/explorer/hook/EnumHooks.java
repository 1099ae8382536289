// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.call.Enums;
import vacate.explorer.search.Stop;

/**
 * The constants of an enum, which collections of them get from the JVM in an array that nobody
 * writes. Public, as {@link Hooks}, only because those are woven.
 */
public final class EnumHooks {
  private EnumHooks() {}

  /** Of an {@code EnumMap}. */
  public static Enum<?>[] getKeyUniverse(Class<?> type) throws Stop {
    Enums.prepare(type);
    return (Enum<?>[]) Hooks.cloneConstants(type.getEnumConstants());
  }

  /** Of an {@code EnumSet}; null if it is no enum. */
  public static Enum<?>[] getUniverse(Class<?> type) throws Stop {
    Enums.prepare(type);
    Object[] constants = type.getEnumConstants();
    return constants == null ? null : (Enum<?>[]) Hooks.cloneConstants(constants);
  }
}
