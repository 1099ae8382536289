// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

/**
 * What an event does, as bits of one int: its kind, its access mode, and for a fence what it
 * orders.
 *
 * <p>A read-modify-write is two events that stand next to each other in program order, its read and
 * (if it succeeds) its write, both marked {@link #UPDATE}; a compare-and-set that fails is the read
 * alone. Modes are cumulative, as in the Javadoc of {@code VarHandle}: a volatile write is also a
 * release, a release is also opaque.
 */
public final class Access {
  /** Reads a location. */
  public static final int READ = 1;

  /** Writes a location. */
  public static final int WRITE = 1 << 1;

  /** Orders other events; has no location. */
  public static final int FENCE = 1 << 2;

  /** Half of a read-modify-write, or the read of a compare-and-set that fails. */
  public static final int UPDATE = 1 << 3;

  /** Opaque or stronger: coherent per location. */
  public static final int OPAQUE = 1 << 4;

  /** Acquire: a read or fence that later events cannot pass. */
  public static final int ACQUIRE = 1 << 5;

  /** Release: a write or fence that earlier events cannot pass. */
  public static final int RELEASE = 1 << 6;

  /** Volatile access, or a full fence: takes part in one order of all such events. */
  public static final int VOLATILE = 1 << 7;

  /** A fence that orders earlier writes of its thread before later writes. */
  public static final int STORE_STORE = 1 << 8;

  /** A fence that orders earlier reads of its thread before later reads. */
  public static final int LOAD_LOAD = 1 << 9;

  /** Read of a final field after its object was published: it sees the constructor's write. */
  public static final int FINAL = 1 << 10;

  /** Not an access: the environment decides, as in a weak compare-and-set that may fail. */
  public static final int CHOICE = 1 << 11;

  /** Read through a reference that came out of a final field: the event before it says which. */
  public static final int DEREF = 1 << 12;

  /**
   * Since the event before it its thread has accessed another location, which is no event because
   * nobody else can tell.
   */
  public static final int APART = 1 << 13;

  /** A {@link #CHOICE} whether an interrupt comes. */
  public static final int INTERRUPT = 1 << 14;

  /**
   * Read of a reference, where data dependencies are kept; with {@link #FENCE}, see {@link
   * #THROUGH}.
   */
  public static final int LINK = 1 << 15;

  /**
   * Read through a reference, where data dependencies are kept: a {@link #THROUGH} comes before.
   */
  public static final int DEPENDENT = 1 << 16;

  /** A {@link #CHOICE} whether a thread that waits goes on for no reason. */
  public static final int WAKE = 1 << 17;

  /** A {@link #CHOICE} among several: whether it is not this one, but another. */
  public static final int LOT = 1 << 18;

  /** A {@link #CHOICE} whether time passes. */
  public static final int TIME = 1 << 19;

  /**
   * A {@link #CHOICE} whether a notification or an interrupt comes too late for a thread that waits
   * for no longer than so long, or was interrupted.
   */
  public static final int LATE = WAKE | TIME;

  /**
   * The end of a constructor that wrote final fields (JLS 17.5.1); the event's value says of which
   * object and class. Orders nothing by itself.
   */
  public static final int FREEZE = FENCE | FINAL;

  /** Says which {@link #FREEZE} the next event, a {@link #DEREF} read, can rely on. */
  public static final int THAW = FENCE | DEREF;

  /**
   * Says through which object the next read, a {@link #DEPENDENT} one, goes; a {@link #THAW} may
   * come in between.
   */
  public static final int THROUGH = FENCE | LINK;

  public static final int PLAIN_READ = READ;
  public static final int PLAIN_WRITE = WRITE;
  public static final int OPAQUE_READ = READ | OPAQUE;
  public static final int OPAQUE_WRITE = WRITE | OPAQUE;
  public static final int ACQUIRE_READ = OPAQUE_READ | ACQUIRE;
  public static final int RELEASE_WRITE = OPAQUE_WRITE | RELEASE;
  public static final int VOLATILE_READ = ACQUIRE_READ | VOLATILE;
  public static final int VOLATILE_WRITE = RELEASE_WRITE | VOLATILE;

  public static final int FULL_FENCE = FENCE | ACQUIRE | RELEASE | VOLATILE;
  public static final int ACQUIRE_FENCE = FENCE | ACQUIRE;
  public static final int RELEASE_FENCE = FENCE | RELEASE;
  public static final int STORE_STORE_FENCE = FENCE | STORE_STORE;
  public static final int LOAD_LOAD_FENCE = FENCE | LOAD_LOAD;

  private Access() {}

  /** Whether all of {@code bits} are set in {@code access}. */
  public static boolean is(int access, int bits) {
    return (access & bits) == bits;
  }
}
