// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vacate.explorer.weave.FieldRefs;
import vacate.explorer.weave.WeavingLoader;

/** The fields that woven code names, found in the classes of one loader. */
public final class Slots {
  private final WeavingLoader loader;
  private final Map<Field, Slot> slotOf = new HashMap<>();
  private final List<Slot> numbered = new ArrayList<>();
  private final Map<Class<?>, List<Slot>> early = new HashMap<>();
  private final Set<String> plain = new TreeSet<>();
  private Slot[] slotOfRef = new Slot[64];

  public Slots(WeavingLoader loader) {
    this.loader = loader;
  }

  /** The field with a number of {@link FieldRefs}. */
  public Slot slot(int ref) {
    if (ref >= slotOfRef.length) {
      slotOfRef = Arrays.copyOf(slotOfRef, 2 * ref);
    }
    Slot slot = slotOfRef[ref];
    if (slot == null) {
      slotOfRef[ref] = slot = slot(find(loader.program().fields().ref(ref)));
    }
    return slot;
  }

  public Slot slot(Field field) {
    Slot slot = slotOf.get(field);
    if (slot == null) {
      if (Modifier.isStatic(field.getModifiers())) {
        initialize(field.getDeclaringClass());
        slot = slotOf.get(field);
      }
      if (slot == null) {
        slot =
            new Slot(
                slotOf.size(), field, isFinal(field), loader.program().fields().isFinal(field));
        slotOf.put(field, slot);
        numbered.add(slot);
      }
    }
    return slot;
  }

  /** Takes the instance fields of classes as if the source did not declare any of them final. */
  public void takeAsPlain(Collection<String> classes) {
    plain.addAll(classes);
  }

  /** The classes of which that is so. */
  Set<String> takenAsPlain() {
    return plain;
  }

  private boolean isFinal(Field field) {
    return loader.program().fields().isFinal(field)
        && (Modifier.isStatic(field.getModifiers())
            || !plain.contains(field.getDeclaringClass().getName()));
  }

  /** The instance fields that a class itself declares final, and that are taken as such. */
  Stream<Field> finals(Class<?> owner) {
    return loader.program().fields().finals(owner).filter(this::isFinal);
  }

  /** The field with a number that was given to one. */
  public Slot numbered(int number) {
    return numbered.get(number);
  }

  /** How many have a number. */
  public int size() {
    return numbered.size();
  }

  /** Those of {@link FieldRefs#assignedEarly(Class)}. */
  List<Slot> assignedEarly(Class<?> type) {
    return early.computeIfAbsent(
        type, t -> loader.program().fields().assignedEarly(t).stream().map(this::slot).toList());
  }

  /** A class initialiser comes to fields of its own: before a number is taken. */
  public static void initialize(Class<?> owner) {
    try {
      Behalf.initialize(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws what the instruction that names the field would throw right after. */
  private Field find(FieldRefs.Ref ref) {
    try {
      Class<?> owner = Class.forName(ref.owner().replace('/', '.'), false, loader);
      Field field = find(owner, ref.name(), ref.descriptor());
      if (field == null) {
        throw new NoSuchFieldError(ref.owner().replace('/', '.') + "." + ref.name());
      }
      return field;
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(ref.owner());
    }
  }

  /** A field by name, inherited or its own; null if there is none. */
  public static Field find(Class<?> owner, String name) {
    return find(owner, name, null);
  }

  /** As an instruction does, JVMS 5.4.3.2; null for the descriptor stands for any. */
  public static Field find(Class<?> owner, String name, String descriptor) {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (f.getName().equals(name)
            && (descriptor == null || f.getType().descriptorString().equals(descriptor))) {
          return f;
        }
      }
      for (Class<?> i : c.getInterfaces()) {
        Field f = find(i, name, descriptor);
        if (f != null) {
          return f;
        }
      }
    }
    return null;
  }
}
