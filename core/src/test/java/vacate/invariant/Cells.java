// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import vacate.kernel.CrossCall;
import vacate.kernel.ListHead;
import vacate.mm.Machine;
import vacate.mm.MemMap;
import vacate.mm.PageAllocator;

/**
 * Every cell of a machine, found by reflection: whoever adds a field to a structure adds a cell.
 *
 * <p>A final field is no cell: it stands for what is no memory in C (where a structure is embedded,
 * its number, {@code container_of}). What it leads to is looked through all the same. An array of
 * structures is no array of pointers, so its elements are no cells either.
 */
final class Cells {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Cell> cells = new ArrayList<>();

  private Cells() {}

  /** All cells that can be reached from the roots. */
  static List<Cell> of(Object... roots) {
    Cells walk = new Cells();
    for (Object root : roots) {
      walk.visit(root, root.getClass().getSimpleName());
    }
    return walk.cells;
  }

  /** The structures of a type in which cells lie. */
  static <T> List<T> structures(List<Cell> cells, Class<T> type) {
    Set<T> found = Collections.newSetFromMap(new IdentityHashMap<>());
    List<T> inOrder = new ArrayList<>();
    for (Cell cell : cells) {
      if (type.isInstance(cell.owner()) && found.add(type.cast(cell.owner()))) {
        inOrder.add(type.cast(cell.owner()));
      }
    }
    return inOrder;
  }

  private void visit(Object object, String name) {
    if (object == null || !isStructure(object) || !seen.add(object)) {
      return;
    }
    for (Class<?> c = object.getClass(); c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          visitField(object, field, name + '.' + field.getName());
        }
      }
    }
  }

  private void visitField(Object object, Field field, String name) {
    Object value = new Cell(object, field, -1, name).get();
    if (!Modifier.isFinal(field.getModifiers())) {
      cells.add(new Cell(object, field, -1, name));
    }
    if (value == null || !field.getType().isArray()) {
      visit(value, name);
      return;
    }
    for (int i = 0; i < Array.getLength(value); i++) {
      String element = name + '[' + i + ']';
      if (!holdsStructures(field)) {
        cells.add(new Cell(object, field, i, element));
      }
      visit(Array.get(value, i), element);
    }
  }

  /**
   * Structures of the port; not functions, records and texts, which cannot be written to. At the
   * addresses LIST_POISON there is no memory, and the functions that write to lists fault there.
   */
  private static boolean isStructure(Object object) {
    Class<?> c = object.getClass();
    return c.getPackageName().startsWith("vacate.")
        && !c.isHidden()
        && !c.isRecord()
        && object != ListHead.LIST_POISON1
        && object != ListHead.LIST_POISON2;
  }

  private static boolean holdsStructures(Field field) {
    Class<?> c = field.getDeclaringClass();
    String name = field.getName();
    return c == MemMap.class && name.equals("pages")
        || (c == Machine.class || c == CrossCall.class) && name.equals("cpus")
        || c == PageAllocator.class && name.equals("pcp");
  }
}
