// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.Arrays;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** What the classes that stand for ones of the JDK have, and what they lack. */
final class Shadows {
  private static final String PACKAGE = "vacate/explorer/weave/jdk/";

  private Shadows() {}

  /** Whether {@code owner} stands for a class of the JDK and has no such method. */
  static boolean lacks(String owner, String name, String descriptor) {
    if (!Woven.isShadow(owner) || owner.startsWith(PACKAGE + "copy/")) {
      return false;
    }
    Class<?> shadow;
    try {
      shadow = Class.forName(owner.replace('/', '.'), false, Shadows.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    if (name.equals("<init>")) {
      return Arrays.stream(shadow.getDeclaredConstructors())
          .noneMatch(c -> Type.getConstructorDescriptor(c).equals(descriptor));
    }
    return Stream.concat(
            Arrays.stream(shadow.getMethods()), Arrays.stream(shadow.getDeclaredMethods()))
        .noneMatch(m -> m.getName().equals(name) && Type.getMethodDescriptor(m).equals(descriptor));
  }

  /** The simple name of the class of the JDK. */
  static String original(String owner) {
    return owner.substring(PACKAGE.length());
  }
}
