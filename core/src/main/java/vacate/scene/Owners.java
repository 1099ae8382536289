// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import vacate.kernel.Cpu;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheOps;
import vacate.slub.Slub;

/**
 * Who has which object: the reference counts that a user of a vacatable cache must keep. "Competing
 * free must succeed, get must fail": whoever takes an object's one reference frees it, the other
 * leaves it.
 */
public final class Owners {
  private static final int FREE = 0;
  private static final int HELD = 1;
  private static final int PINNED = 2;
  private static final VarHandle STATE = MethodHandles.arrayElementVarHandle(int[].class);

  private final Slub slub;
  private final int[] state;

  Owners(Slub slub) {
    this.slub = slub;
    this.state = new int[slub.machine.memMap.frames() * slub.machine.memMap.pageWords];
  }

  /** Callbacks that give up objects that are held and not pinned. */
  KmemCacheOps ops(Giving giving) {
    if (giving == Giving.NO_OPS) {
      return KmemCacheOps.NONE;
    } else if (giving == Giving.GET_NONE) {
      return sleeping(Owners::getNone, this::kick);
    } else if (giving == Giving.KICK_NONE) {
      return sleeping(this::get, this::kickNone);
    } else if (giving == Giving.KICK_ONE) {
      return sleeping(this::get, this::kickOne);
    } else if (giving == Giving.KICK_IRQS_OFF) {
      return sleeping(this::get, this::kickAndMask);
    }
    return sleeping(this::get, this::kick);
  }

  /** A kick that may sleep, for it is promised that it can. */
  private static KmemCacheOps sleeping(KmemCacheOps.Get get, KmemCacheOps.Kick kick) {
    return new KmemCacheOps(
        get,
        (cpu, s, nr, objects, pinned) -> {
          cpu.mightSleep();
          kick.kick(cpu, s, nr, objects, pinned);
        });
  }

  /** The object is ready for use. Returns false if somebody has it already. */
  boolean publish(long object) {
    return STATE.compareAndSet(state, (int) object, FREE, HELD);
  }

  /** Takes the reference; whoever gets it frees the object. */
  boolean take(long object) {
    return STATE.compareAndSet(state, (int) object, HELD, FREE);
  }

  /** Whether somebody has the object. */
  boolean has(long object) {
    return (int) STATE.getAcquire(state, (int) object) != FREE;
  }

  /** Makes the object one that can be neither freed nor kicked. */
  void pin(long object) {
    state[(int) object] = PINNED;
  }

  /** Addresses of all objects that somebody has. */
  long[] held() {
    int n = 0;
    long[] held = new long[state.length];
    for (int object = 0; object < state.length; object++) {
      if (state[object] != FREE) {
        held[n++] = object;
      }
    }
    return held;
  }

  private Object get(Cpu cpu, KmemCache s, int nr, long[] objects) {
    for (int i = 0; i < nr; i++) {
      if (!take(objects[i])) {
        objects[i] = 0;
      }
    }
    return null;
  }

  private void kick(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
    for (int i = 0; i < nr; i++) {
      if (objects[i] != 0) {
        slub.kmemCacheFree(cpu, s, objects[i]);
      }
    }
  }

  private static Object getNone(Cpu cpu, KmemCache s, int nr, long[] objects) {
    for (int i = 0; i < nr; i++) {
      objects[i] = 0;
    }
    return null;
  }

  private void kickOne(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
    boolean isFreed = false;
    for (int i = 0; i < nr; i++) {
      if (objects[i] == 0) {
        continue;
      }
      if (isFreed) {
        publish(objects[i]);
      } else {
        slub.kmemCacheFree(cpu, s, objects[i]);
        isFreed = true;
      }
    }
  }

  private void kickNone(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
    for (int i = 0; i < nr; i++) {
      if (objects[i] != 0) {
        publish(objects[i]);
      }
    }
  }

  private void kickAndMask(Cpu cpu, KmemCache s, int nr, long[] objects, Object pinned) {
    kick(cpu, s, nr, objects, pinned);
    cpu.localIrqSave();
  }
}
