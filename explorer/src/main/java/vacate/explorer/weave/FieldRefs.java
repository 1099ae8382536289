// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/** Numbers for the field references in woven code, and what weaving took from the declarations. */
final class FieldRefs {
  /**
   * A field as an instruction names it; the owner may be a subclass of the one that declares it.
   */
  record Ref(String owner, String name) {}

  private static final Map<Ref, Integer> NUMBERS = new HashMap<>();
  private static final List<Ref> REFS = new ArrayList<>();
  private static final Set<String> FINALS = ConcurrentHashMap.newKeySet();

  private FieldRefs() {}

  static synchronized int number(String owner, String name) {
    return NUMBERS.computeIfAbsent(
        new Ref(owner, name),
        ref -> {
          REFS.add(ref);
          return REFS.size() - 1;
        });
  }

  static synchronized Ref ref(int number) {
    return REFS.get(number);
  }

  static void declare(String owner, FieldNode field) {
    if ((field.access & Opcodes.ACC_FINAL) != 0) {
      FINALS.add(owner + "." + field.name);
    }
  }

  /** The instance fields that a class itself declares final. */
  static Stream<Field> finals(Class<?> owner) {
    return Arrays.stream(owner.getDeclaredFields())
        .filter(f -> isFinal(owner, f.getName()) && !Modifier.isStatic(f.getModifiers()));
  }

  /** Whether the source declares the field final. */
  static boolean isFinal(Class<?> owner, String name) {
    return FINALS.contains(owner.getName().replace('.', '/') + "." + name);
  }
}
