// SPDX-License-Identifier: GPL-2.0-only
package vacate.port;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vacate.kernel.AtomicT;
import vacate.kernel.Barriers;
import vacate.kernel.BitSpinLock;
import vacate.kernel.BitWord;
import vacate.kernel.CmpxchgLock;
import vacate.kernel.Cpu;
import vacate.kernel.CrossCall;
import vacate.kernel.DoubleWord;
import vacate.kernel.Kfreed;
import vacate.kernel.Kmalloc;
import vacate.kernel.ListHead;
import vacate.kernel.Primitive;
import vacate.kernel.RwSemaphore;
import vacate.kernel.SpinLock;
import vacate.kernel.Timer;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.mm.PageAllocator;
import vacate.mm.Zone;
import vacate.revision.Corrected;
import vacate.revision.Corrected20070504;
import vacate.revision.Corrected20070518;
import vacate.revision.Corrected20070707;
import vacate.revision.Corrected20070831;
import vacate.revision.Corrected20070831Reclaimable;
import vacate.revision.Corrected20071106;
import vacate.revision.Corrected20071128;
import vacate.revision.Corrected20080215;
import vacate.revision.Corrected20170307;
import vacate.revision.Corrected20171227;
import vacate.revision.Corrected2019;
import vacate.revision.Posted20070504;
import vacate.revision.Posted20070504Fix;
import vacate.revision.Posted20070518;
import vacate.revision.Posted20070707;
import vacate.revision.Posted20070831;
import vacate.revision.Posted20070831Reclaimable;
import vacate.revision.Posted20071106;
import vacate.revision.Posted20071128;
import vacate.revision.Posted20080215;
import vacate.revision.Posted20170307;
import vacate.revision.Posted20171227;
import vacate.revision.Posted2019;
import vacate.revision.PrePatch;
import vacate.revision.WithoutWriteBarrier;
import vacate.revision.mutant.Unpinned;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.KmemCacheOps;
import vacate.slub.SlabDebugging;
import vacate.slub.SlabLists;
import vacate.slub.SlabObjects;
import vacate.slub.Slob;

/** The classes of the port that do something, for who reads what their annotations say. */
public final class Port {
  private static final List<Class<?>> KERNEL =
      List.of(
          AtomicT.class,
          Barriers.class,
          BitSpinLock.class,
          BitWord.class,
          CmpxchgLock.class,
          Cpu.class,
          CrossCall.class,
          DoubleWord.class,
          Kfreed.class,
          Kmalloc.class,
          ListHead.class,
          RwSemaphore.class,
          SpinLock.class,
          Timer.class);

  private static final List<Class<?>> MM =
      List.of(MemMap.class, Page.class, PageAllocator.class, Zone.class);

  private static final List<Class<?>> SLUB =
      List.of(
          KmemCache.class,
          KmemCacheNode.class,
          KmemCacheOps.class,
          KmemCacheOps.Get.class,
          KmemCacheOps.Kick.class,
          SlabDebugging.class,
          SlabLists.class,
          SlabObjects.class,
          Slob.class);

  private static final List<Class<?>> REVISIONS =
      List.of(
          Corrected.class,
          Corrected20070504.class,
          Corrected20070518.class,
          Corrected20070707.class,
          Corrected20070831.class,
          Corrected20070831Reclaimable.class,
          Corrected20071106.class,
          Corrected20071128.class,
          Corrected20080215.class,
          Corrected20170307.class,
          Corrected20171227.class,
          Corrected2019.class,
          Posted20070504.class,
          Posted20070504Fix.class,
          Posted20070518.class,
          Posted20070707.class,
          Posted20070831.class,
          Posted20070831Reclaimable.class,
          Posted20071106.class,
          Posted20071128.class,
          Posted20080215.class,
          Posted20170307.class,
          Posted20171227.class,
          Posted2019.class,
          PrePatch.class,
          WithoutWriteBarrier.class,
          Unpinned.Looking.class,
          Unpinned.Reviving.class);

  private static final Set<Class<?>> TYPES = collect();

  private Port() {}

  private static Set<Class<?>> collect() {
    List<Class<?>> listed = new ArrayList<>(KERNEL);
    listed.addAll(MM);
    listed.addAll(SLUB);
    listed.addAll(REVISIONS);
    Set<Class<?>> types = new LinkedHashSet<>();
    for (Class<?> type : listed) {
      for (Class<?> t = type; t != null && t.getName().startsWith("vacate."); ) {
        types.add(t);
        t = t.getSuperclass();
      }
    }
    return types;
  }

  /** All of them; of a revision also what it is a revision of. */
  public static Set<Class<?>> types() {
    return TYPES;
  }

  /** Whether a class, given by its binary name, is one of the port's. */
  static boolean isOfThePort(String type) {
    return TYPES.stream().anyMatch(t -> t.getName().equals(type));
  }

  /** The classes whose methods are {@link Primitive}s. */
  public static List<Class<?>> primitives() {
    return TYPES.stream().filter(type -> type.isAnnotationPresent(Primitive.class)).toList();
  }
}
