// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Edge;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.kernel.BitWord;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.PageFlag;

/** What an event does to the page or the cache, or learns of it, in words. */
final class Effects {
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
    return isFlags(e)
        && e.kind() == Kind.READ
        && e.stack().get(0).type().equals(BitWord.class.getName())
        && e.stack().get(0).method().contains("NonAtomic");
  }

  /** The effects of an event, mostly none or one. */
  List<String> of(Event e, PageState before, PageState after) {
    List<String> effects = new ArrayList<>();
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
      effects.add("freelist " + before.freelistText() + " -> " + after.freelistText());
    } else if (location.equals(memory.count)) {
      count(e, before, after, effects);
    } else {
      others(e, effects);
    }
    if (!before.list().equals(after.list())) {
      effects.add(
          after.list().isEmpty()
              ? "off " + before.list() + " list"
              : "on " + after.list() + " list");
    }
    if (!before.cacheFreed() && after.cacheFreed()) {
      effects.add("frees the cache");
    }
    return effects;
  }

  /** Whether what the program has behind it takes effect before it. */
  private boolean isLate(Event e) {
    return execution.passes().stream().anyMatch(pass -> pass.first() == e);
  }

  private void flags(Event e, PageState before, List<String> effects) {
    if (isNonAtomic(e)) {
      loaded.put(e.actor(), read(e));
      if (torn.contains(e)) {
        effects.add("loads flags " + names(read(e)));
      }
    } else if (e.kind() == Kind.READ) {
      look(e, effects);
    } else if (e.kind() == Kind.UPDATE) {
      update(e, effects);
    } else {
      store(e, before.flags(), written(e), effects);
    }
  }

  private static String names(int flags) {
    List<String> names = PageState.flagNames(flags);
    return names.isEmpty() ? "none" : String.join("|", names);
  }

  /** {@code PageSlab}, {@code SlabFrozen}: told if a vacate decides by it. */
  private static void look(Event e, List<String> effects) {
    if (!isVacateLooking(e)) {
      return;
    }
    int flags = read(e);
    if (KernelFunction.isIn(e, "isSlab")) {
      effects.add("PageSlab " + bit(flags, PageFlag.PG_SLAB));
    } else if (KernelFunction.isIn(e, "slabFrozen")) {
      effects.add("SlabFrozen " + bit(flags, PageFlag.PG_ACTIVE));
    } else if (KernelFunction.isIn(e, "isCompound") && bit(flags, PageFlag.PG_COMPOUND) == 1) {
      effects.add("PageCompound 1");
    }
  }

  private static int bit(int flags, int nr) {
    return flags >>> nr & 1;
  }

  private static boolean isVacateLooking(Event e) {
    String function = Objects.requireNonNullElse(KernelFunction.innermost(e), "");
    return function.endsWith("kmem_cache_vacate")
        || function.equals("freeze_from_list")
        || function.equals("get_page_unless_zero") && KernelFunction.isIn(e, "isCompound");
  }

  private static void update(Event e, List<String> effects) {
    int old = read(e);
    int now = written(e);
    if (old != now) {
      effects.addAll(PageState.changes(old, now));
    } else {
      boolean set = bit(old, PageFlag.PG_LOCKED) == 1;
      effects.add(set ? "finds it locked" : "finds it not locked");
    }
  }

  private void store(Event e, int before, int now, List<String> effects) {
    Integer seen = loaded.remove(e.actor());
    if (seen == null || seen == before) {
      effects.addAll(PageState.changes(before, now));
      return;
    }
    effects.add("stores flags " + names(now));
    PageState.flagNames(before & ~seen & ~now).forEach(name -> effects.add(name + " is lost"));
    PageState.flagNames(~before & seen & now).forEach(name -> effects.add(name + " comes back"));
  }

  private void inuse(Event e, PageState before, List<String> effects) {
    if (e.writes()) {
      int now = written(e);
      if (now != before.inuse()) {
        effects.add("inuse " + before.inuseText() + " -> " + PageState.number(now));
      }
    } else if (isVacateLooking(e)) {
      String seen = PageState.number(read(e));
      effects.add("inuse " + seen);
    }
  }

  private static void slab(Event e, PageState before, List<String> effects) {
    boolean none = (e.writes() ? e.written() : e.read()).equals(Value.NULL);
    if (e.writes()) {
      if (none == before.hasCache()) {
        effects.add("page->slab = " + (none ? "NULL" : "s"));
      }
    } else if (isVacateLooking(e)) {
      effects.add("page->slab is " + (none ? "NULL" : "s"));
    }
  }

  private static void count(Event e, PageState before, PageState after, List<String> effects) {
    if (e.writes() && before.count() != after.count()) {
      effects.add("_count " + before.count() + " -> " + after.count());
    } else if (e.reads() && read(e) == 0 && isIn(e, "incNotZero")) {
      effects.add("_count 0");
    }
  }

  private static boolean isIn(Event e, String method) {
    return KernelFunction.isIn(e, method);
  }

  private void others(Event e, List<String> effects) {
    Location location = e.location();
    if (location.equals(memory.cacheSize) && e.reads() && isStale(e)) {
      effects.add("reads the freed cache");
    }
    if (isCallback(e)) {
      callback(e, effects);
    }
    if (!e.writes()) {
      return;
    }
    if (isField(e, Cpu.class, "kmallocsUntilFailure") && written(e) == 0) {
      effects.add("kmalloc returns NULL");
    } else if (isIn(e, "store") && KernelFunction.innermost(e) == null) {
      effects.add("writes the object");
    } else if (isField(e, KernelBug.class, "what")) {
      effects.add("dies: " + words(e.written()));
    } else if (memory.isResult(e)) {
      effects.add(returned(words(e.written())));
    }
  }

  private static boolean isCallback(Event e) {
    return "get".equals(KernelFunction.innermost(e));
  }

  /** The user's {@code get}: it takes over what it finds in use, or looks into it. */
  private static void callback(Event e, List<String> effects) {
    if (e.kind() == Kind.UPDATE) {
      effects.add("takes object");
    } else if (e.kind() == Kind.READ && isIn(e, "load")) {
      effects.add("object holds " + e.read());
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

  /** A text as it is, and not as a literal. */
  private static String words(Value value) {
    return value instanceof Value.Text t ? t.text() : value.toString();
  }

  private static String returned(String word) {
    if (word.matches("[A-Z_]+=[01]")) {
      int at = word.indexOf('=');
      return "returns " + word.substring(at + 1) + " (" + word.substring(0, at) + ")";
    }
    return (Character.isLowerCase(word.charAt(0)) ? "died in " : "done: ") + word;
  }
}
