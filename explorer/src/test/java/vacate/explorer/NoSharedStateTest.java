// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Explorations have nothing in common that one could leave behind for the next. */
class NoSharedStateTest {
  /** Finds the machine of the thread that woven code runs in; empty when no exploration runs. */
  private static final String MACHINE = "vacate.explorer.hook.VirtualMachine.CURRENT";

  @Test
  void onlyTheThreadsMachineIsStaticAndMutable() throws ReflectiveOperationException {
    assertThat(mutableStatics()).containsExactly(MACHINE);
  }

  private static List<String> mutableStatics() throws ReflectiveOperationException {
    List<String> mutable = new ArrayList<>();
    for (JavaClass c :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("vacate")) {
      if (c.getModifiers().contains(JavaModifier.SYNTHETIC)) {
        continue; // the compiler's table for a switch
      }
      if (c.getPackageName().equals("vacate.explorer.standin")) {
        continue; // each exploration weaves and loads its own
      }
      for (Field f : Class.forName(c.getName()).getDeclaredFields()) {
        if (Modifier.isStatic(f.getModifiers()) && !f.isSynthetic() && !isConstant(f)) {
          mutable.add(c.getName() + "." + f.getName());
        }
      }
    }
    return mutable;
  }

  private static boolean isConstant(Field field) throws IllegalAccessException {
    field.setAccessible(true);
    return Modifier.isFinal(field.getModifiers())
        && (field.getType().isPrimitive() || isImmutable(field.get(null)));
  }

  private static boolean isImmutable(Object value) {
    Class<?> type = value.getClass();
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return type.getName().startsWith("java.util.ImmutableCollections$");
    }
    return type.isArray() && Array.getLength(value) == 0
        || type.isEnum()
        || type.isRecord()
        || type.isHidden() // a lambda; of what it captures the compiler sees to that it is final
        || value instanceof String
        || value instanceof java.util.regex.Pattern
        || value instanceof java.lang.invoke.VarHandle
        || value instanceof java.lang.invoke.MethodHandles.Lookup
        || value instanceof StackWalker
        || hasOnlyConstants(type);
  }

  /** Of our own classes: one with nothing in it, or with what cannot change. */
  private static boolean hasOnlyConstants(Class<?> type) {
    for (Class<?> c = type; c.getName().startsWith("vacate."); c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (!Modifier.isStatic(f.getModifiers())
            && !(Modifier.isFinal(f.getModifiers())
                && (f.getType().isPrimitive() || f.getType().equals(String.class)))) {
          return false;
        }
      }
    }
    return type.getName().startsWith("vacate.");
  }
}
