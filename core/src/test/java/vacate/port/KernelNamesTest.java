// SPDX-License-Identifier: GPL-2.0-only
package vacate.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.kernel.Kernel;

class KernelNamesTest {
  private static Set<String> functions() {
    Set<String> functions = new TreeSet<>();
    for (Class<?> type : Port.types()) {
      for (Method method : type.getDeclaredMethods()) {
        Kernel function = method.getAnnotation(Kernel.class);
        if (function != null) {
          functions.add(function.value());
        }
      }
    }
    return functions;
  }

  /** Patch 22/26 and the hunks of 12/26 that it calls, and all of SLUB that they change. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "new_slab",
        "remove_full",
        "freeze_from_list",
        "kmem_cache_vacate",
        "__kmem_cache_vacate",
        "sort_partial_list",
        "kmem_cache_shrink",
        "__kmem_cache_shrink",
        "kmem_cache_defrag",
        "__kmem_cache_defrag"
      })
  void everyFunctionOfThePatchHasItsNameOnAMethod(String function) {
    assertThat(functions()).contains(function);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slab_lock",
        "slab_unlock",
        "slab_trylock",
        "add_partial",
        "remove_partial",
        "lock_and_freeze_slab",
        "get_partial",
        "unfreeze_slab",
        "deactivate_slab",
        "flush_slab",
        "flush_all",
        "__slab_alloc",
        "__slab_free",
        "discard_slab",
        "free_slab",
        "__free_slab",
        "kmem_cache_destroy",
        "kmem_cache_close",
        "get_page_unless_zero",
        "put_page"
      })
  void everyFunctionThatThePatchMeetsHasItsNameOnAMethod(String function) {
    assertThat(functions()).contains(function);
  }

  /** One that overrides may be looked at in the place of one that it overrides. */
  @Test
  void whatOverridesANamedMethodHasTheSameName() {
    for (Class<?> type : Port.types()) {
      for (Method method : type.getDeclaredMethods()) {
        Method overridden = overridden(type, method);
        if (overridden != null && !method.isSynthetic()) {
          assertThat(KernelNames.function(type.getName(), method.getName()))
              .as(method.toString())
              .isEqualTo(
                  KernelNames.function(overridden.getDeclaringClass().getName(), method.getName()));
          assertThat(method.isAnnotationPresent(Kernel.class))
              .as(method.toString())
              .isEqualTo(overridden.isAnnotationPresent(Kernel.class));
        }
      }
    }
  }

  private static Method overridden(Class<?> type, Method method) {
    Class<?> parent = type.getSuperclass();
    while (parent != null && Port.types().contains(parent)) {
      for (Method m : parent.getDeclaredMethods()) {
        if (m.getName().equals(method.getName())
            && Arrays.equals(m.getParameterTypes(), method.getParameterTypes())
            && !Modifier.isPrivate(m.getModifiers())) {
          return m;
        }
      }
      parent = parent.getSuperclass();
    }
    return null;
  }

  @ParameterizedTest
  @CsvSource({
    "vacate.slub.AllocAndFree, __slabFree, __slab_free",
    "vacate.revision.Corrected, retireSlab, discard_slab",
    "vacate.slub.SlabState, setPageSlab, __SetPageSlab",
    "some.Test, tryIt, try_it"
  })
  void aMethodHasTheKernelsName(String type, String method, String function) {
    assertThat(KernelNames.function(type, method)).isEqualTo(function);
  }

  @ParameterizedTest
  @CsvSource({
    "vacate.slub.AllocAndFree, __slabFree, true",
    "vacate.slub.SlabState, slabFrozen, false",
    "vacate.kernel.BitWord, testBit, false",
    "vacate.scene.Owners, kick, true",
    "some.Test, actor, false"
  })
  void macrosAndPrimitivesAreToldAsPartOfTheirCaller(String type, String method, boolean told) {
    assertThat(KernelNames.isFunction(type, method)).isEqualTo(told);
  }

  @Test
  void whatIsNoFunctionOfThePortIsNotKnown() {
    assertThat(KernelNames.known("freeze_from_list")).isEqualTo("freeze_from_list");
    assertThatIllegalArgumentException().isThrownBy(() -> KernelNames.known("kmem_cache_size"));
  }
}
