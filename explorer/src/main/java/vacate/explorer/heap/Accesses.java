// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.graph.Access;
import vacate.explorer.loop.Loops;
import vacate.explorer.search.Stop;

/**
 * Reads and writes locations, as the running thread. That a location is that of a field, an element
 * or a lock, others know.
 */
public final class Accesses {
  private final Run run;
  private final References references;
  private final Chains chains;
  private final Dependencies dependencies;
  private final Loops loops;

  public Accesses(
      Run run, References references, Chains chains, Dependencies dependencies, Loops loops) {
    this.run = run;
    this.references = references;
    this.chains = chains;
    this.dependencies = dependencies;
    this.loops = loops;
  }

  /**
   * Loads from a field or element of {@code owner}, or from a static field if that is 0.
   *
   * @param slot null for an element
   */
  public Object load(int owner, Slot slot, Class<?> type, int location, int access) throws Stop {
    if (run.isAlone()) {
      return references.decode(type, run.memory().read(location, access));
    }
    dependencies.through(owner);
    Object before = run.memory().position();
    long bits = chains.read(owner, slot, type, location, dependencies.access(type, access));
    dependencies.came(type, (int) bits);
    loops.hasRead(slot == null ? location : -1, run.memory().position() != before);
    return references.decode(type, bits);
  }

  /** Stores a value; returns its bits. */
  public long store(int location, Class<?> type, int access, Object value) throws Stop {
    long bits = references.encode(type, value);
    write(location, access, bits);
    return bits;
  }

  /** Reads bits of which it is not known whether they come out of a final field. */
  public long read(int location, int access) throws Stop {
    return run.memory().read(location, access);
  }

  /** The same of a value of that type, in a field or element of {@code owner}. */
  public long read(Object owner, Class<?> type, int location, int access) throws Stop {
    if (run.isAlone()) {
      return run.memory().read(location, access);
    }
    dependencies.through(owner);
    long bits = run.memory().read(location, dependencies.access(type, access));
    dependencies.came(type, (int) bits);
    return bits;
  }

  /** The value with bits that were read like that. */
  public Object value(Class<?> type, long bits) {
    if (!type.isPrimitive()) {
      chains.cameFromElsewhere((int) bits);
    }
    return references.decode(type, bits);
  }

  /** Writes bits; an update that writes what it has read has no effect. */
  public void write(int location, int access, long bits) throws Stop {
    if ((access & Access.UPDATE) == 0 || bits != run.memory().lastRead()) {
      loops.effect();
    }
    run.memory().write(location, access, bits);
  }

  /** The environment decides: false is what normally happens. */
  public boolean choose() throws Stop {
    return run.memory().choose();
  }

  /** The same of something else, see {@link vacate.explorer.search.Memory#choose(int)}. */
  public boolean choose(int sort) throws Stop {
    return run.memory().choose(sort);
  }

  /** The last read was one by which a buffer looks where its bytes are. */
  void keepsBooks() {
    loops.keepsBooks();
  }

  /** The running thread changes what nobody else can reach: only a later turn of a loop can see. */
  public void unshared() {
    loops.effect();
  }
}
