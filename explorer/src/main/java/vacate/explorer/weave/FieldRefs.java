// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Numbers for the field references in the code of one program, and what weaving took from the
 * declarations.
 */
public final class FieldRefs {
  /**
   * A field as an instruction names it; the owner may be a subclass of the one that declares it.
   */
  public record Ref(String owner, String name, String descriptor) {}

  private final Map<Ref, Integer> numbers = new HashMap<>();
  private final List<Ref> refs = new ArrayList<>();
  private final Set<Ref> finals = ConcurrentHashMap.newKeySet();
  private final Set<Ref> early = ConcurrentHashMap.newKeySet();

  synchronized int number(String owner, String name, String descriptor) {
    return numbers.computeIfAbsent(
        new Ref(owner, name, descriptor),
        ref -> {
          refs.add(ref);
          return refs.size() - 1;
        });
  }

  public synchronized Ref ref(int number) {
    return refs.get(number);
  }

  void declare(String owner, FieldNode field) {
    if ((field.access & Opcodes.ACC_FINAL) != 0) {
      finals.add(new Ref(owner, field.name, field.desc));
    }
  }

  /** Notes a field that some constructor assigns before it calls another one. */
  void assignedEarly(FieldInsnNode store) {
    early.add(new Ref(store.owner, store.name, store.desc));
  }

  /** The fields of a class and those that it extends which may be set before it is an object. */
  public List<Field> assignedEarly(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; WeavingLoader.isWoven(c); c = c.getSuperclass()) {
      Arrays.stream(c.getDeclaredFields()).filter(f -> early.contains(ref(f))).forEach(fields::add);
    }
    return fields;
  }

  private static Ref ref(Field field) {
    return new Ref(
        Type.getInternalName(field.getDeclaringClass()),
        field.getName(),
        Type.getDescriptor(field.getType()));
  }

  /** The instance fields that a class itself declares final. */
  public Stream<Field> finals(Class<?> owner) {
    return Arrays.stream(owner.getDeclaredFields())
        .filter(f -> isFinal(f) && !Modifier.isStatic(f.getModifiers()));
  }

  /** Whether the source declares the field final. */
  public boolean isFinal(Field field) {
    return finals.contains(ref(field));
  }
}
