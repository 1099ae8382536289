// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vacate.kernel.AtomicT;
import vacate.kernel.KernelBug;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.kernel.SpinLock;
import vacate.mm.Gfp;
import vacate.mm.Page;

/** Whoever reads a cache that was freed gets garbage, from every field. */
class FreedCacheTest {
  private final Bench bench = new Bench();
  private final KmemCache s =
      bench.cache(2, 1, SlabFlag.SLAB_RED_ZONE, (memory, object) -> {}, bench.kicking(1));
  private final KmemCacheNode n = s.getNode();

  @BeforeEach
  void destroy() {
    bench.free(bench.cpu1, s, bench.alloc(bench.cpu1, s));
    bench.slub.kmemCacheDestroy(bench.cpu0, s);
  }

  /** But for the name, by which a finding tells which cache it was. */
  static Stream<Field> fields() {
    return Stream.of(KmemCache.class, KmemCacheNode.class)
        .flatMap(structure -> Stream.of(structure.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.getName().equals("name"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void everyFieldIsGarbage(Field field) throws IllegalAccessException {
    field.setAccessible(true);
    Object value = field.get(field.getDeclaringClass() == KmemCache.class ? s : n);
    if (field.getType().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        assertThat(isGarbage(Array.get(value, i))).as("%s[%d]", field, i).isTrue();
      }
    } else {
      assertThat(isGarbage(value)).as(field.toString()).isTrue();
    }
  }

  /** Absurd, or something that faults when it is used. */
  private boolean isGarbage(Object value) {
    if (value == null) {
      return true;
    } else if (value instanceof Number number) {
      return number.longValue() == Kmalloc.POISON;
    } else if (value instanceof AtomicT counter) {
      return counter.read() == Kmalloc.POISON;
    } else if (value instanceof ListHead list) {
      return list.next == null || list.next == ListHead.LIST_POISON1;
    } else if (value instanceof Page page) {
      return page == bench.machine.memMap.nowhere;
    } else if (value instanceof SpinLock lock) {
      return lock.isPoisoned();
    }
    return value instanceof Constructor ctor && faults(ctor);
  }

  private boolean faults(Constructor ctor) {
    assertThatThrownBy(() -> ctor.construct(bench.machine.memMap, Bench.PAGE_WORDS))
        .isInstanceOf(KernelBug.class)
        .hasMessage("page_fault: call of what freed memory holds");
    return true;
  }

  @Test
  void whoAllocatesFromItFaults() {
    assertThatThrownBy(() -> bench.slub.kmemCacheAlloc(bench.cpu0, s, Gfp.KERNEL))
        .isInstanceOf(KernelBug.class)
        .hasMessageStartingWith("page_fault: ");
  }

  @Test
  void whoLocksItsNodeFindsNoLock() {
    assertThatThrownBy(() -> n.listLock.lock(bench.cpu0))
        .isInstanceOf(KernelBug.class)
        .hasMessage("spin_lock: bad magic");
  }

  @Test
  void whoLeavesItsNodesLockFindsThatItIsNotTheOwner() {
    Bench other = new Bench();
    KmemCache gone = other.cache(0);
    KmemCacheNode node = gone.getNode();
    node.listLock.lock(other.cpu1);
    node.poison();
    assertThatThrownBy(() -> node.listLock.unlock(other.cpu1))
        .isInstanceOf(KernelBug.class)
        .hasMessage("spin_unlock: wrong owner");
  }

  @Test
  void whoWalksItsListsFaults() {
    assertThatThrownBy(() -> Page.of(n.partial.next))
        .isInstanceOf(KernelBug.class)
        .hasMessage("page_fault: the list leads to no page");
  }

  @Test
  void itIsFreedAndNobodyHasWrittenToIt() {
    assertThat(s.isFreed()).isTrue();
    assertThat(s.isPoisoned()).isTrue();
    assertThat(n.isPoisoned()).isTrue();
  }
}
