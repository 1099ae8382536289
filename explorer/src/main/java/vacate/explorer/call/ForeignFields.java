// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.reflect.Modifier;

/** Fields of classes that are not woven: constants may be read. */
public final class ForeignFields {
  private ForeignFields() {}

  public static boolean isConstant(String owner, String name) {
    ClassLoader jdk = ClassLoader.getPlatformClassLoader();
    try {
      int modifiers =
          Class.forName(owner.replace('/', '.'), false, jdk).getField(name).getModifiers();
      return Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
