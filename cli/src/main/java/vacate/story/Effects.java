// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.kernel.AtomicT;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.MemMap;
import vacate.mm.PageFlag;
import vacate.port.KernelNames;
import vacate.scene.Conclusion;
import vacate.slub.KmemCacheOps;
import vacate.story.Effect.Bit;
import vacate.story.Effect.Cache;
import vacate.story.Effect.Change;
import vacate.story.Effect.Changed;
import vacate.story.Effect.Counter;
import vacate.story.Effect.Deed;
import vacate.story.Effect.Dies;
import vacate.story.Effect.Ends;
import vacate.story.Effect.Interrupted;
import vacate.story.Effect.Listed;
import vacate.story.Effect.LockFound;
import vacate.story.Effect.ObjectHolds;
import vacate.story.Effect.Seen;
import vacate.story.Effect.Tested;
import vacate.story.Effect.WholeFlags;
import vacate.universe.Player;

/** Finds out what an event does to the page or the cache, or learns of them. */
final class Effects {
  /** The operations on bits that are a load and a store. */
  private static final Set<PortMethod> NON_ATOMIC =
      Set.of(
          PortMethod.of(BitWord::setBitNonAtomic),
          PortMethod.of(BitWord::clearBitNonAtomic),
          PortMethod.of(BitWord::clearMaskNonAtomic));

  private static final PortMethod INC_NOT_ZERO = PortMethod.of(AtomicT::incNotZero);
  private static final PortMethod LOAD = PortMethod.of(MemMap::load);
  private static final PortMethod STORE = PortMethod.of(MemMap::store);
  private static final PortMethod GET = PortMethod.of(KmemCacheOps.Get::get);

  /** The functions that decide what becomes of a vacate. */
  private static final Set<String> VACATE =
      Stream.of("kmem_cache_vacate", "__kmem_cache_vacate", "freeze_from_list")
          .map(KernelNames::known)
          .collect(Collectors.toUnmodifiableSet());

  private static final String GET_PAGE = KernelNames.known("get_page_unless_zero");

  private final PageMemory memory;

  /** Of each actor, what it loaded of the flags for a write that is not atomic. */
  private final Map<Integer, Integer> loaded = new HashMap<>();

  /** Loads of the flags whose store comes too late: somebody has written in between. */
  private final List<Event> torn = new ArrayList<>();

  private final Execution execution;
  private final Map<Event, Event> nextWrite = new HashMap<>();

  Effects(Execution execution, PageMemory memory) {
    this.execution = execution;
    this.memory = memory;
    Map<Event, Event> before = new HashMap<>();
    execution.co().forEach((Edge e) -> before.put(e.to(), e.from()));
    for (List<Event> actor : execution.events()) {
      for (int i = 1; i < actor.size(); i++) {
        Event store = actor.get(i);
        Event load = actor.get(i - 1);
        if (isFlags(store) && isNonAtomic(load) && store.kind() == Kind.WRITE) {
          Value overwritten = written(before.get(store), load);
          if (!overwritten.equals(load.read())) {
            torn.add(load);
          }
        }
      }
    }
  }

  /** What the load would have to have read for the store to overwrite just that. */
  private Value written(Event overwritten, Event load) {
    return overwritten != null ? overwritten.written() : memory.at(load.location());
  }

  private boolean isFlags(Event e) {
    return memory.flags.equals(e.location());
  }

  /** The load of a read-modify-write that is two accesses. */
  private boolean isNonAtomic(Event e) {
    return isFlags(e) && e.kind() == Kind.READ && NON_ATOMIC.contains(running(e));
  }

  private static PortMethod running(Event e) {
    Frame running = e.stack().get(0);
    return new PortMethod(running.type(), running.method());
  }

  /** The effects of an event, mostly none or one. */
  List<Effect> of(Event e, PageState before, PageState after) {
    List<Effect> effects = new ArrayList<>();
    Location location = e.location();
    if (location == null) {
      return effects;
    }
    if (isFlags(e)) {
      flags(e, before, effects);
    } else if (location.equals(memory.inuse)) {
      inuse(e, before, effects);
    } else if (location.equals(memory.slab)) {
      slab(e, before, effects);
    } else if (location.equals(memory.freelist) && isLate(e)) {
      effects.add(new Changed(Counter.FREELIST, before.freelist(), after.freelist()));
    } else if (location.equals(memory.count)) {
      count(e, before, after, effects);
    } else {
      others(e, effects);
    }
    if (!before.list().equals(after.list())) {
      effects.add(
          after.list().isEmpty()
              ? new Listed(before.list(), false)
              : new Listed(after.list(), true));
    }
    if (!before.cacheFreed() && after.cacheFreed()) {
      effects.add(Deed.FREES_CACHE);
    }
    return effects;
  }

  /** Whether what the program has behind it takes effect before it. */
  private boolean isLate(Event e) {
    return execution.passes().stream().anyMatch(pass -> pass.first() == e);
  }

  private void flags(Event e, PageState before, List<Effect> effects) {
    if (isNonAtomic(e)) {
      loaded.put(e.actor(), read(e));
      if (torn.contains(e)) {
        effects.add(new WholeFlags(read(e), false));
      }
    } else if (e.kind() == Kind.READ) {
      look(e, effects);
    } else if (e.kind() == Kind.UPDATE) {
      update(e, effects);
    } else {
      store(e, before.flags(), written(e), effects);
    }
  }

  /** {@code PageSlab}, {@code SlabFrozen}: told if a vacate decides by it. */
  private static void look(Event e, List<Effect> effects) {
    if (!isVacateLooking(e)) {
      return;
    }
    FlagTest.around(e)
        .map(test -> new Tested(test, test.of(read(e))))
        .filter(tested -> tested.set() || tested.test() != FlagTest.COMPOUND)
        .ifPresent(effects::add);
  }

  private static boolean isVacateLooking(Event e) {
    String function = KernelFunction.innermost(e);
    return function != null && VACATE.contains(function)
        || GET_PAGE.equals(function) && FlagTest.COMPOUND.isIn(e);
  }

  private static void update(Event e, List<Effect> effects) {
    int old = read(e);
    int now = written(e);
    if (old != now) {
      change(old, now, effects);
    } else {
      effects.add(new LockFound((old >>> PageFlag.PG_LOCKED & 1) == 1));
    }
  }

  private static void change(int before, int now, List<Effect> effects) {
    bits(before & ~now, Change.CLEARED, effects);
    bits(now & ~before, Change.SET, effects);
  }

  private static void bits(int which, Change change, List<Effect> effects) {
    PageState.bits(which).mapToObj(bit -> new Bit(bit, change)).forEach(effects::add);
  }

  private void store(Event e, int before, int now, List<Effect> effects) {
    Integer seen = loaded.remove(e.actor());
    if (seen == null || seen == before) {
      change(before, now, effects);
      return;
    }
    effects.add(new WholeFlags(now, true));
    bits(before & ~seen & ~now, Change.LOST, effects);
    bits(~before & seen & now, Change.REVIVED, effects);
  }

  private void inuse(Event e, PageState before, List<Effect> effects) {
    if (e.writes()) {
      int now = written(e);
      if (now != before.inuse()) {
        effects.add(new Changed(Counter.INUSE, before.inuse(), now));
      }
    } else if (isVacateLooking(e)) {
      effects.add(new Seen(Counter.INUSE, read(e)));
    }
  }

  private static void slab(Event e, PageState before, List<Effect> effects) {
    boolean none = (e.writes() ? e.written() : e.read()).equals(Value.NULL);
    if (e.writes()) {
      if (none == before.hasCache()) {
        effects.add(new Cache(none, true));
      }
    } else if (isVacateLooking(e)) {
      effects.add(new Cache(none, false));
    }
  }

  private static void count(Event e, PageState before, PageState after, List<Effect> effects) {
    if (e.writes() && before.count() != after.count()) {
      effects.add(new Changed(Counter.COUNT, before.count(), after.count()));
    } else if (e.reads() && read(e) == 0 && KernelFunction.isIn(e, INC_NOT_ZERO)) {
      effects.add(new Seen(Counter.COUNT, 0));
    }
  }

  private void others(Event e, List<Effect> effects) {
    Location location = e.location();
    if (location.equals(memory.cacheSize) && e.reads() && isStale(e)) {
      effects.add(Deed.READS_FREED_CACHE);
    }
    if (KernelFunction.isInCallback(e, GET)) {
      callback(e, effects);
    }
    if (!e.writes()) {
      return;
    }
    if (isField(e, Cpu.class, "kmallocsUntilFailure") && written(e) == 0) {
      effects.add(Deed.KMALLOC_FAILS);
    } else if (KernelFunction.isIn(e, STORE) && KernelFunction.innermost(e) == null) {
      effects.add(Deed.WRITES_OBJECT);
    } else if (isField(e, KernelBug.class, "what")) {
      effects.add(new Dies(e.written()));
    } else if (PlayerField.COMES.isWrittenBy(e)) {
      effects.add(new Interrupted(PageMemory.text(e.written())));
    } else if (PlayerField.HANDLED.isWrittenBy(e)) {
      effects.add(new Ends(Conclusion.of(PageMemory.text(e.written()))));
    } else if (memory.isResult(e)) {
      String own = Player.withoutInterrupt(PageMemory.text(e.written()));
      if (!own.isEmpty()) {
        effects.add(new Ends(Conclusion.of(own)));
      }
    }
  }

  /** The user's {@code get}: it takes over what it finds in use, or looks into it. */
  private static void callback(Event e, List<Effect> effects) {
    if (e.kind() == Kind.UPDATE) {
      effects.add(Deed.TAKES_OBJECT);
    } else if (e.kind() == Kind.READ && KernelFunction.isIn(e, LOAD)) {
      effects.add(new ObjectHolds(e.read()));
    }
  }

  private boolean isStale(Event read) {
    Event source = execution.source(read);
    return source != null && source.actor() != read.actor();
  }

  private static boolean isField(Event e, Class<?> type, String name) {
    return e.location() instanceof Location.Field f && f.is(type, name);
  }

  private static int read(Event e) {
    return (int) PageMemory.number(e.read());
  }

  private static int written(Event e) {
    return (int) PageMemory.number(e.written());
  }
}
