// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave.jdk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Field updaters name their field by a string. */
final class Handles {
  private Handles() {}

  static VarHandle field(Class<?> owner, String name) {
    try {
      Field field =
          Arrays.stream(owner.getDeclaredFields())
              .filter(f -> f.getName().equals(name))
              .findFirst()
              .orElseThrow(() -> new NoSuchFieldException(name));
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, field.getType());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
