// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vacate.invariant.Damage;
import vacate.invariant.InvariantChecker;
import vacate.kernel.Cpu;
import vacate.kernel.DoubleWord;
import vacate.kernel.KernelBug;
import vacate.kernel.Unshared;
import vacate.mm.Gfp;
import vacate.mm.Machine;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.slub.KmemCache;
import vacate.slub.SlabFlag;
import vacate.slub.Slub;
import vacate.slub.Vacated;

/**
 * One cache, mostly with two objects in a slab, one contested page, and operations that an actor
 * can call: they throw nothing and tell their way in a word. Each actor is one CPU.
 *
 * <p>Words: what {@link Vacated} or {@link vacate.slub.Freed} says; a kernel function in small
 * letters if the CPU died in it; {@code oops} if it followed a bad pointer where the port has a
 * reference or an index.
 */
public final class Scene {
  /** Objects in a slab, where nothing else is said. */
  public static final int OBJECTS = 2;

  /** Percent: no cache is too full. */
  private static final int ALL = 100;

  private static final String OOPS = "oops";

  public final Slub slub;
  public final KmemCache cache;

  /** The contested page. */
  public final Page page;

  /** Its freelist and counters, where these are one word; else null. */
  public final DoubleWord counters;

  /** Objects on the contested page that were in use at the start; 0 for none. */
  public final long[] objects;

  private final Owners owners;
  private final Caches caches;

  /** Size of the contested page. */
  private final int words;

  /** What each CPU has allocated last; 0 for nothing. */
  private final long[] allocated;

  /**
   * @param flags {@link SlabFlag}s of the cache
   * @param cpus number of CPUs; the setup is done by CPU 0
   */
  public Scene(Revision revision, int flags, Shape shape, int cpus) {
    this(revision, flags, shape, cpus, OBJECTS);
  }

  /**
   * Sets a scene in which a slab may hold less.
   *
   * @param perSlab objects in a slab, as many as the shape has in use or more
   */
  public Scene(Revision revision, int flags, Shape shape, int cpus, int perSlab) {
    this(new Setup(revision::boot, flags, plain(shape, perSlab), cpus));
  }

  /** Sets the scene of a scenario, with a CPU for each of its; one that does nothing is idle. */
  public Scene(Revision revision, Scenario scenario) {
    this(revision::boot, scenario);
  }

  /**
   * Sets the scene of a scenario.
   *
   * @param boot a version of the protocol, which need be no {@link Revision}
   */
  public Scene(Function<Machine, Slub> boot, Scenario scenario) {
    this(boot, scenario.start(), scenario.cpus().size());
    for (int cpu = 0; cpu < scenario.cpus().size(); cpu++) {
      if (!scenario.acts(cpu)) {
        cpu(cpu).goIdle();
      }
    }
  }

  private Scene(Function<Machine, Slub> boot, Start start, int cpus) {
    this(new Setup(boot, CacheFlag.bits(start.cache()), start, cpus));
    for (int slot = 0; slot < Start.MOST; slot++) { // a set has no order
      if (start.pinned().contains(slot)) {
        pin(slot);
      }
    }
  }

  private static Start plain(Shape shape, int perSlab) {
    return new Start(Set.of(), true, perSlab, shape, Set.of(), Set.of(), Giving.ALL);
  }

  private Scene(Setup setup) {
    slub = setup.slub;
    cache = setup.cache;
    page = setup.page;
    counters = slub.counters(page);
    objects = setup.objects;
    owners = setup.owners;
    caches = new Caches(cache, slub.machine.cpus.length);
    words = slub.machine.memMap.pageWords << cache.order;
    allocated = new long[slub.machine.cpus.length];
  }

  /**
   * Puts a second slab on the partial list, for the setup of a scene in which no slab has a free
   * object.
   *
   * @return the only object on it, which no vacate may meet: {@code get} would not find its owner
   */
  public long onAnotherSlab() {
    long object = slub.kmemCacheAlloc(cpu(0), cache, Gfp.KERNEL);
    slub.flushAll(cpu(0), cache);
    return object;
  }

  /** Where the process is that has begun on this CPU. */
  @Unshared(because = "Which process an actor is never changes.")
  public Cpu cpu(int id) {
    return slub.machine.cpus[id];
  }

  /** Pins an object that is in use: from now on it cannot be kicked. */
  public void pin(int slot) {
    owners.pin(objects[slot]);
  }

  /** Allocates: PAGE from the contested page, ELSEWHERE from another, NO_MEMORY, or TWICE. */
  public String alloc(int cpu) {
    return alloc(cpu, Gfp.KERNEL);
  }

  /** Allocates in an interrupt, where nobody may sleep. */
  public String allocAtomic(int cpu) {
    return alloc(cpu, Gfp.ATOMIC);
  }

  /** Whether an address lies in the contested page, which may be two. */
  private boolean isOnPage(long address) {
    long start = slub.machine.memMap.address(page);
    return address >= start && address < start + words;
  }

  private String alloc(int cpu, int gfp) {
    try {
      long object = slub.kmemCacheAlloc(cpu(cpu), cache, gfp);
      if (object == 0) {
        return "NO_MEMORY";
      }
      if (!owners.publish(object)) {
        return "TWICE";
      }
      allocated[cpu] = object;
      return isOnPage(object) ? "PAGE" : "ELSEWHERE";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Frees the object that was in the slot at the start; TAKEN if somebody else does. */
  public String free(int cpu, int slot) {
    try {
      if (!owners.take(objects[slot])) {
        return "TAKEN";
      }
      return slub.kmemCacheFree(cpu(cpu), cache, objects[slot]).name();
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /**
   * Under {@code rcu_read_lock} finds the object that was in the slot at the start, and then looks
   * at it, whether it was freed meanwhile or not: OK, or NOT_FOUND. The memory stays an object of
   * this cache until the CPU has passed a quiescent state, and else what is read is no object.
   */
  public String peek(int cpu, int slot) {
    cpu(cpu).preemptDisable();
    boolean isFound = owners.has(objects[slot]);
    boolean isObject = isFound && page.slab == cache;
    cpu(cpu).preemptEnable();
    if (!isFound) {
      return "NOT_FOUND";
    }
    return isObject ? "OK" : OOPS;
  }

  /** Frees what the CPU has allocated last; TAKEN if it has nothing, or somebody else does. */
  public String freeOwn(int cpu) {
    long object = allocated[cpu];
    try {
      if (object == 0 || !owners.take(object)) {
        return "TAKEN";
      }
      allocated[cpu] = 0;
      return slub.kmemCacheFree(cpu(cpu), cache, object).name();
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Puts the reference to the contested page of who is no user of the cache: OK. */
  public String put(int cpu) {
    try {
      slub.machine.pages.putPage(cpu(cpu), page);
      return "OK";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /**
   * Reads a page into the page cache, which has it locked until it is read: READ if it was the
   * contested one, ELSEWHERE if it was another, NO_MEMORY; SLEEPS if somebody else had locked it,
   * who will wake nobody.
   */
  public String readPage(int cpu) {
    try {
      Page read = slub.machine.pages.allocPages(cpu(cpu), Gfp.KERNEL, 0);
      if (read == null) {
        return "NO_MEMORY";
      }
      if (read != page) {
        slub.machine.pages.freePages(cpu(cpu), read, 0);
        return "ELSEWHERE";
      }
      if (read.flags.testAndSetBit(PageFlag.PG_LOCKED)) {
        return "SLEEPS";
      }
      read.flags.clearBit(PageFlag.PG_LOCKED);
      slub.machine.pages.freePages(cpu(cpu), read, 0);
      return "READ";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Frees an object that was set up by {@link #onAnotherSlab}. */
  public String freeUnowned(int cpu, long object) {
    try {
      return slub.kmemCacheFree(cpu(cpu), cache, object).name();
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /**
   * Vacates the contested page: how it ended and, as {@code =0} or {@code =1}, what it returned.
   */
  public String vacate(int cpu) {
    try {
      return slub.vacateAndTell(cpu(cpu), page).text();
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /**
   * Gives the free pages that a CPU keeps to all, whose next slab may then be made of them: OK if
   * they are what they should be.
   */
  public String drain(int cpu) {
    try {
      slub.machine.pages.drainLocalPages(cpu(cpu));
      return "OK";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** The process of a CPU goes on on another one, which does nothing: OK. */
  public String migrate(int cpu, int other) {
    try {
      cpu(cpu).migrateTo(cpu(other));
      return "OK";
    } catch (KernelBug bug) {
      return bug.function;
    }
  }

  /**
   * The last that a CPU does: it becomes idle, lets a grace period pass for the slabs that it has
   * discarded, and frees their pages.
   *
   * @return what went wrong in the callbacks, behind a plus sign; empty for nothing
   */
  public String gracePeriod(int cpu) {
    try {
      cpu(cpu).goIdle();
      slub.rcuGracePeriod(cpu(cpu));
      return "";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return "+" + where(death);
    }
  }

  /** Shrinks the cache: OK, NO_MEMORY, or SLABS_LEFT where a version tells that. */
  public String shrink(int cpu) {
    try {
      int told = slub.kmemCacheShrink(cpu(cpu), cache);
      if (told > 0) {
        return "SLABS_LEFT";
      }
      return told == 0 ? "OK" : "NO_MEMORY";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Does what another CPU has called this one for: empty, or where it died. */
  public String answer(int cpu) {
    try {
      slub.machine.calls.interrupt(cpu(cpu));
      return "";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** The end of what a CPU does that answers others: empty, or where it died in the last answer. */
  public String rest(int cpu) {
    try {
      slub.machine.calls.rest(cpu(cpu));
      return "";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Creates another cache, of which nobody allocates: OK, or NO_MEMORY. */
  public String create(int cpu) {
    try {
      KmemCache other = slub.kmemCacheCreate(cpu(cpu), "other", 1, 0, 0, null, null);
      if (other == null) {
        return "NO_MEMORY";
      }
      caches.add(cpu, other);
      return "OK";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Puts every CPU's own slab back: OK. */
  public String flush(int cpu) {
    try {
      slub.flushAll(cpu(cpu), cache);
      return "OK";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /**
   * Vacates the sparse slabs of all caches whose partial list is long, which in a scene none is:
   * OK, or DEFRAGMENTED if pages were freed all the same.
   */
  public String defrag(int cpu) {
    try {
      return slub.kmemCacheDefrag(cpu(cpu), ALL) == 0 ? "OK" : "DEFRAGMENTED";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Moves the cache's objects to another node: OK, NO_MEMORY, or NO_SUCH_CALL. */
  public String move(int cpu) {
    try {
      int told = slub.kmemCacheMove(cpu(cpu), cache);
      return told == 0 ? "OK" : refusal(told);
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** Moves the objects of one full slab: MOVED=0 or MOVED=1 slabs, NO_MEMORY, or NO_SUCH_CALL. */
  public String moveSlabs(int cpu) {
    try {
      int told = slub.kmemCacheMoveSlabs(cpu(cpu), cache, 1);
      return told < 0 ? refusal(told) : "MOVED=" + told;
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  private static String refusal(int told) {
    return told == -Slub.ENOSYS ? Vacated.NO_SUCH_CALL.name() : "NO_MEMORY";
  }

  /** Frees the object in the slot, if nobody else did, and destroys the cache. */
  public String destroy(int cpu, int slot) {
    try {
      if (objects[slot] != 0 && owners.take(objects[slot])) {
        slub.kmemCacheFree(cpu(cpu), cache, objects[slot]);
      }
      slub.kmemCacheDestroy(cpu(cpu), cache);
      return "OK";
    } catch (KernelBug | NullPointerException | IndexOutOfBoundsException death) {
      return where(death);
    }
  }

  /** What a CPU died of, in a word. */
  private static String where(RuntimeException death) {
    return death instanceof KernelBug bug ? bug.function : OOPS;
  }

  /** Objects on the contested page that somebody has. */
  public int held() {
    int held = 0;
    for (long object : owners.held()) {
      if (object != 0 && isOnPage(object)) {
        held++;
      }
    }
    return held;
  }

  /** What is wrong with the machine now that nobody is inside the kernel. */
  public List<Damage> damage() {
    return InvariantChecker.check(slub, caches.all(), owners.held());
  }

  /**
   * The state after all actors, in a word ({@link Aftermath}): the first violation, else SLAB if
   * the contested page still is one, else FREE.
   */
  public String outcome() {
    List<Damage> damage = damage();
    if (!damage.isEmpty()) {
      return damage.get(0).kind().name();
    }
    return page.isSlab() ? Aftermath.SLAB : Aftermath.FREE;
  }
}
