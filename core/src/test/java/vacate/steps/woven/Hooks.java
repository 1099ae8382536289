// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps.woven;

import java.lang.invoke.VarHandle;
import java.util.Set;
import vacate.kernel.Cpu;
import vacate.kernel.ListHead;
import vacate.kernel.SpinLock;
import vacate.mm.MemMap;
import vacate.mm.PageFlag;

/**
 * What the woven port calls. Each world has its own copy of this class, and with it its own record:
 * nothing is shared between two.
 */
public final class Hooks {
  static Names names;
  static Recorder recorder;

  /** Whether the links of lists are steps, or only what is done to a list. */
  static boolean links;

  private static final Set<String> COUNTERS =
      Set.of("inuse", "nr_partial", "count", "nr_slab", "refcount");

  private static Flags flags;
  private static final Object NOTHING = new Object();
  private static Object held = NOTHING;
  private static int insideList;

  static {
    reset();
  }

  private Hooks() {}

  /** Forgets all. */
  static void reset() {
    names = new Names();
    recorder = new Recorder();
    flags = new Flags(recorder);
    links = false;
    held = NOTHING;
    insideList = 0;
  }

  // Boundaries ---------------------------------------------------------------------------------

  public static void enter(String key, Object self, Object[] args) {
    Cpu cpu = self instanceof Cpu c ? c : args.length > 0 && args[0] instanceof Cpu c ? c : null;
    if (cpu != null) {
      recorder.runsOn(cpu);
    }
    if (self instanceof ListHead list) {
      if (insideList++ == 0 && !links) {
        recorder.step(Words.list(key, names, list, args));
      }
    } else if (key.equals("KmemCache.poison")) {
      recorder.mute();
    } else if (key.equals("ListHead.head")) {
      insideList++;
    } else if (key.startsWith("BitWord")) {
      flags.enter(key, (int) args[0]);
    } else {
      String word = Words.of(key, names, self, args);
      if (word != null) {
        recorder.step(word + recorder.runningOn());
      }
      if (key.startsWith("RwSemaphore")) {
        recorder.mute();
      }
    }
  }

  public static void leave(Object result, String key) {
    if (key.startsWith("ListHead")) {
      insideList--;
      if (key.equals("ListHead.head") && recorder.isRecording()) {
        recorder.step("LIST_HEAD(" + names.putList(result) + ")");
      }
    }
    if (key.startsWith("RwSemaphore") || key.equals("KmemCache.poison")) {
      recorder.unmute();
    }
    flags.leave();
    switch (key) {
      case "Kmalloc.kmalloc" -> {
        if (result != null) {
          names.put(result, "vector");
        }
      }
      case "RwSemaphore.downReadTrylock" -> {
        if ((int) result == 1) {
          recorder.acquired("slub(r)");
        }
      }
      case "RwSemaphore.upRead" -> recorder.released("slub(r)");
      case "RwSemaphore.downWrite" -> recorder.acquired("slub(w)");
      case "RwSemaphore.upWrite" -> recorder.released("slub(w)");
      default -> {}
    }
  }

  // Plain fields -------------------------------------------------------------------------------

  public static void hold(Object value) {
    held = value;
  }

  public static void hold(long value) {
    held = value;
  }

  private static boolean isSilent(Object of) {
    return of instanceof ListHead && insideList > 0 && !links;
  }

  public static void load(Object of, String field) {
    String name = names.of(of);
    if (name != null && !field.equals("irqs_disabled") && !isSilent(of)) {
      String location = name + "->" + field;
      long seen = COUNTERS.contains(field) ? Reading.counter(of, field) : 0;
      recorder.load("read " + location, location, seen);
    }
  }

  public static void store(Object of, String field) {
    Object value = held;
    held = NOTHING;
    if (field.equals("irqs_disabled")) {
      recorder.irqs((Cpu) of, (int) value == 1);
      return;
    }
    String name = names.of(of);
    if (name == null || isSilent(of)) {
      return;
    }
    String location = name + "->" + field;
    if (!COUNTERS.contains(field)) {
      recorder.step(location + " = " + names.value(value));
    } else if (recorder.hasJustLoaded(location)) {
      long by = ((Number) value).longValue() - recorder.seen();
      recorder.storeWhatWasLoaded(
          location + (by == 1 ? "++" : by == -1 ? "--" : by < 0 ? " -= " + -by : " += " + by));
    } else {
      recorder.step(location + " = " + Names.number(((Number) value).longValue()));
    }
  }

  // Arrays -------------------------------------------------------------------------------------

  private static String element(Object array, int index, boolean isMemory) {
    if (isMemory) {
      return names.word(index);
    }
    String name = names.of(array);
    return name == null ? null : name + "[" + index + "]";
  }

  public static void element(Object array, int index) {
    String name = element(array, index, Reading.isMemory(array));
    if (name != null) {
      recorder.step("read " + name);
    }
  }

  public static void storeElement(Object array, int index) {
    Object value = held;
    held = NOTHING;
    String name = element(array, index, Reading.isMemory(array));
    if (name != null) {
      recorder.step(name + " = " + names.value(value));
    }
  }

  static void isMemory(MemMap memory) {
    Reading.memory(memory);
  }

  // Fences and handles -------------------------------------------------------------------------

  public static void fullFence() {
    recorder.step("smp_mb()");
  }

  public static void loadLoadFence() {
    recorder.step("smp_rmb()");
  }

  public static void storeStoreFence() {
    recorder.step("smp_wmb()");
  }

  public static int getOpaque(VarHandle handle) {
    return (int) handle.getOpaque();
  }

  public static int getOpaque(VarHandle handle, Object of) {
    int value = (int) handle.getOpaque(of);
    String name = names.of(of);
    if (name == null) {
      return value;
    }
    if (name.endsWith("->flags")) {
      flags.load(name, value);
    } else {
      recorder.step("read " + name);
    }
    return value;
  }

  public static void setOpaque(VarHandle handle, Object of, int value) {
    String name = names.of(of);
    if (name != null && name.endsWith("->flags")) {
      flags.store(name, value);
    } else if (name != null) {
      recorder.step(name + " = " + value);
    }
    handle.setOpaque(of, value);
  }

  public static void setRelease(VarHandle handle, Object of, int value) {
    String name = names.of(of);
    if (name != null) {
      recorder.step("release " + name);
      recorder.released(Words.lock(name));
    }
    handle.setRelease(of, value);
  }

  public static int compareAndExchangeAcquire(VarHandle handle, Object of, int from, int to) {
    int old = (int) handle.compareAndExchangeAcquire(of, from, to);
    String name = names.of(of);
    if (name != null) {
      recorder.step((old == from ? "acquire " : "acquire fails ") + name);
      if (old == from && of instanceof SpinLock) {
        recorder.acquired(Words.lock(name));
      }
    }
    return old;
  }

  public static int compareAndExchangeRelease(VarHandle handle, Object of, int from, int to) {
    int old = (int) handle.compareAndExchangeRelease(of, from, to);
    String name = names.of(of);
    if (name != null) {
      recorder.step("cmpxchg " + name + " " + from + " to " + to);
    }
    return old;
  }

  public static int getAndAddRelease(VarHandle handle, Object of, int by) {
    int old = (int) handle.getAndAddRelease(of, by);
    String name = names.of(of);
    if (name != null) {
      recorder.step("atomic " + name + (by < 0 ? " -= " + -by : " += " + by));
    }
    return old;
  }

  public static int getAndBitwiseOrRelease(VarHandle handle, Object of, int bits) {
    int old = (int) handle.getAndBitwiseOrRelease(of, bits);
    String name = names.of(of);
    if (name != null) {
      recorder.step("atomic " + name + " |= " + Flags.names(bits));
      if (bits == 1 << PageFlag.PG_LOCKED && (old & bits) == 0) {
        recorder.acquired(name.replace("->flags", ""));
      }
    }
    return old;
  }

  public static int getAndBitwiseAndRelease(VarHandle handle, Object of, int bits) {
    int old = (int) handle.getAndBitwiseAndRelease(of, bits);
    String name = names.of(of);
    if (name != null) {
      recorder.step("atomic " + name + " &= ~" + Flags.names(~bits));
      if ((~bits & 1 << PageFlag.PG_LOCKED) != 0) {
        recorder.released(name.replace("->flags", ""));
      }
    }
    return old;
  }

  // Of CrossCall: on a machine on which nobody runs as another CPU no interrupt is sent.

  public static int compareAndExchange(VarHandle handle, Object of, int from, int to) {
    return (int) handle.compareAndExchange(of, from, to);
  }

  // Of RwSemaphore, which is no kernel code: its methods are the steps.

  public static int getAcquire(VarHandle handle, Object of) {
    return (int) handle.getAcquire(of);
  }

  public static int getAcquire(VarHandle handle, Object array, int index) {
    return (int) handle.getAcquire(array, index);
  }

  public static int getOpaque(VarHandle handle, Object array, int index) {
    return (int) handle.getOpaque(array, index);
  }

  public static void setOpaque(VarHandle handle, Object array, int index, int value) {
    handle.setOpaque(array, index, value);
  }

  public static void setRelease(VarHandle handle, Object array, int index, int value) {
    handle.setRelease(array, index, value);
  }
}
