// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.graph;

import java.util.Arrays;

/**
 * One execution graph, complete or under construction: the events of each thread in program order,
 * where each read reads from (rf), and the order of the writes of each location (co).
 *
 * <p>An event is an int, thread and index in one, so that cutting a graph back to prefixes of its
 * threads renames nothing. All attributes are parallel arrays. Changes are undone in the reverse of
 * the order in which they were made; a backward revisit takes a cut copy instead.
 *
 * <p>{@link #INIT} stands for the initial write of any location; it is first in every co.
 */
public final class Graph {
  /** The initial write of whatever location is spoken of. */
  public static final int INIT = -1;

  private final int threads;
  private final int shift;
  private final int mask;
  private final int words;
  private final InitialValues initial;

  private final int[] length;
  private final int[] access;
  private final int[] location;
  private final long[] value;
  private final int[] source;
  private final int[] stamp;
  private final Prefixes prefixes;

  /** Null where no two threads do the same. */
  private final TwinOrder twinOrder;

  private final int[] clock;
  private final CoherenceOrder co;
  private final Readers readers;
  private final Continuations continuations;
  private int stamps;

  /**
   * @param threads how many threads
   * @param logCapacity binary logarithm of the room for events of one thread
   * @param words ints of clock that the memory model keeps for each event
   */
  public Graph(int threads, int logCapacity, int words, InitialValues initial) {
    this(threads, logCapacity, words, initial, Twins.NONE);
  }

  /** The same, of a program of which two threads do the same. */
  public Graph(int threads, int logCapacity, int words, InitialValues initial, Twins twins) {
    this.threads = threads;
    this.shift = logCapacity;
    this.mask = (1 << logCapacity) - 1;
    this.words = words;
    this.initial = initial;
    int n = threads << logCapacity;
    length = new int[threads];
    access = new int[n];
    location = new int[n];
    value = new long[n];
    source = new int[n];
    stamp = new int[n];
    prefixes = new Prefixes(n, threads);
    twinOrder = twins.exist() ? new TwinOrder(twins, n, threads) : null;
    clock = new int[n * words];
    co = new CoherenceOrder(n);
    readers = new Readers(n);
    continuations = new Continuations(n);
  }

  /** Before any thread has begun. */
  public static Graph empty(int threads, InitialValues initial) {
    return new Graph(threads, 0, 0, initial);
  }

  // ---- events

  public int threads() {
    return threads;
  }

  public int length(int thread) {
    return length[thread];
  }

  public int event(int thread, int index) {
    return thread << shift | index;
  }

  public int thread(int event) {
    return event >> shift;
  }

  public int index(int event) {
    return event & mask;
  }

  /** Bits of {@link Access}. */
  public int access(int event) {
    return access[event];
  }

  public boolean is(int event, int bits) {
    return (access[event] & bits) == bits;
  }

  /** The location, or -1 for what has none. */
  public int location(int event) {
    return location[event];
  }

  /** What a write writes, and what a read has read. */
  public long value(int event) {
    return value[event];
  }

  /** When the event was added, relative to the others of this graph. */
  public int stamp(int event) {
    return stamp[event];
  }

  /** Adds the next event of {@code thread}; a read still needs a source, a write a place in co. */
  public int append(int thread, int access, int location, long value) {
    int event = reappend(thread, access, location, stamps);
    stamps++;
    this.value[event] = value;
    return event;
  }

  /** Adds an event with the stamp of an earlier time: a revisited read keeps its place. */
  public int reappend(int thread, int access, int location, int stamp) {
    int index = length[thread];
    if (index > mask) {
      throw GraphFull.INSTANCE;
    }
    int event = event(thread, index);
    length[thread] = index + 1;
    this.access[event] = access;
    this.location[event] = location;
    this.stamp[event] = stamp;
    readers.clear(event);
    if (location >= co.locations()) {
      growLocations(location + 1);
    }
    return event;
  }

  /** Takes the last event of its thread away again; the newest gives its stamp back. */
  public void removeLast(int event) {
    length[thread(event)]--;
    if (stamp[event] == stamps - 1) {
      stamps--;
    }
  }

  // ---- porf prefix

  /** How many events of {@code thread} come before {@code event} by (po ∪ rf)*, itself included. */
  public int prefix(int event, int thread) {
    return prefixes.length(event, thread);
  }

  /** The same with the order of twins, which the search keeps: what it added before. */
  public int priors(int event, int thread) {
    return twinOrder == null ? prefix(event, thread) : twinOrder.length(event, thread);
  }

  /** Computes {@link #prefix} from the program-order predecessor and the source. */
  public void computePrefix(int event) {
    boolean reads = (access[event] & Access.READ) != 0;
    int from = reads ? source[event] : INIT;
    prefixes.compute(event, thread(event), index(event), from);
    if (twinOrder != null) {
      twinOrder.compute(this, event, from);
    }
  }

  // ---- twins

  /** Which two threads do the same. */
  public Twins twins() {
    return twinOrder == null ? Twins.NONE : twinOrder.twins();
  }

  /**
   * Whether an event is of the second twin, which has done the same as the first in all that comes
   * before it.
   */
  public boolean followsTwin(int event) {
    return twinOrder != null && twinOrder.follows(this, event);
  }

  /** Whether the second twin has done the same as the first up to an event of it. */
  public boolean isAlike(int event) {
    return twinOrder.isAlike(event);
  }

  /** Whether a thread has to wait until its twin, which has done the same, has gone on. */
  public boolean waitsForTwin(int thread) {
    if (twinOrder == null || thread != twinOrder.twins().second()) {
      return false;
    }
    int n = length[thread];
    return n >= length[twinOrder.twins().first()]
        && (n == 0 || twinOrder.isAlike(event(thread, n - 1)));
  }

  /** The event of the first twin that has the place of one of the second. */
  public int twin(int event) {
    return twinOrder.ahead(this, event);
  }

  /** Becomes a graph without events. */
  void clear() {
    Arrays.fill(length, 0);
    stamps = 0;
    readers.clearInitial();
    co.clear();
  }

  void put(int event, long what) {
    value[event] = what;
  }

  Prefixes prefixes() {
    return prefixes;
  }

  int locations() {
    return co.locations();
  }

  // ---- reads-from

  public int source(int read) {
    return source[read];
  }

  /** Lets {@code read} read from {@code write}. */
  public void readFrom(int read, int write) {
    source[read] = write;
    continuations.setBehind(read, null);
    int l = location[read];
    value[read] = write == INIT ? initial.initial(l) : value[write];
    readers.add(read, write, l);
  }

  /** Undoes the newest {@link #readFrom} of the source of {@code read}. */
  public void unread(int read) {
    readers.remove(read, source[read], location[read]);
  }

  /** The environment's answer to a choice. */
  public void choose(int event, long answer) {
    continuations.setBehind(event, null);
    value[event] = answer;
  }

  /** The first of the reads that read from {@code write}, or {@link #INIT}. */
  public int firstReader(int write) {
    return readers.first(write, location[write]);
  }

  /** The first of the reads that read from the write at {@code place}, or {@link #INIT}. */
  public int firstReader(int location, int place) {
    return readers.first(co.write(location, place), location);
  }

  /** The next read with the same source, or {@link #INIT}. */
  public int nextReader(int read) {
    return readers.next(read);
  }

  // ---- coherence order

  /** Number of writes of {@code location}, the initial one included. */
  public int writes(int location) {
    return co.length(location);
  }

  /** The write at a place of co; place 0 is {@link #INIT}. */
  public int write(int location, int place) {
    return co.write(location, place);
  }

  /** The place of a write in the co of its location. */
  public int place(int write) {
    return co.place(write);
  }

  /** What {@code location} holds before anybody writes it. */
  public long initial(int location) {
    return initial.initial(location);
  }

  /** What {@code location} holds in the end: the value of its co-last write. */
  public long last(int location) {
    int write = co.write(location, co.length(location) - 1);
    return write == INIT ? initial.initial(location) : value[write];
  }

  /** Inserts a write into the co of its location; what was there moves up. */
  public void insert(int write, int place) {
    co.insert(location[write], write, place);
  }

  /** Undoes {@link #insert}. */
  public void extract(int write) {
    co.extract(location[write], write);
  }

  /** The place of the write that {@code event} is, or reads from. */
  public int placeOf(int event) {
    return co.place((access[event] & Access.WRITE) != 0 ? event : source[event]);
  }

  /**
   * Whether {@code event}, just added, has an outgoing edge: a read of a write that is not co-last,
   * or a write that is not co-last. Without one it lies on no cycle of any model.
   */
  public boolean hasOutgoing(int event) {
    return location[event] >= 0 && placeOf(event) < co.length(location[event]) - 1;
  }

  private void growLocations(int wanted) {
    int n = Math.max(wanted, co.locations() * 3 / 2 + 8);
    co.makeRoom(n);
    readers.makeRoom(n);
  }

  // ---- what model and search keep with an event

  /**
   * The clocks of all events, {@link #words} ints each; the model owns their meaning, but for an
   * order: the first so many as there are threads are about a thread each, and so are the next,
   * until fewer are left.
   */
  public int[] clocks() {
    return clock;
  }

  public int words() {
    return words;
  }

  /** Where the threads go on behind the events. */
  public Continuations continuations() {
    return continuations;
  }

  // ---- backward revisits

  /**
   * Becomes {@code from} cut back to the first {@code keep[t]} events of each thread, a set closed
   * under (po ∪ rf).
   */
  public void cut(Graph from, int[] keep) {
    if (co.locations() < from.co.locations()) {
      growLocations(from.co.locations());
    }
    stamps = from.stamps;
    readers.clearInitial();
    for (int t = 0; t < threads; t++) {
      int base = t << shift;
      int n = keep[t];
      length[t] = n;
      System.arraycopy(from.access, base, access, base, n);
      System.arraycopy(from.location, base, location, base, n);
      System.arraycopy(from.value, base, value, base, n);
      System.arraycopy(from.source, base, source, base, n);
      System.arraycopy(from.stamp, base, stamp, base, n);
      continuations.copy(from.continuations, base, n);
      prefixes.copy(from.prefixes, base, n);
      if (twinOrder != null) {
        twinOrder.copy(from.twinOrder, base, n);
      }
      System.arraycopy(from.clock, base * words, clock, base * words, n * words);
      readers.clear(base, base + n);
    }
    co.cut(from.co, this);
    for (int t = 0; t < threads; t++) {
      for (int e = t << shift, end = e + keep[t]; e < end; e++) {
        if ((access[e] & Access.READ) != 0) {
          readers.add(e, source[e], location[e]);
        }
      }
    }
  }
}
