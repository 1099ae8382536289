// SPDX-License-Identifier: GPL-2.0-only
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
  private final int[] position;
  private final int[] firstReader;
  private final int[] nextReader;
  private final int[] prefix;
  private final int[] clock;
  private final Object[] continuation;
  private final Object[] behind;
  private final int[] step;
  private int stamps;

  private int[][] co = new int[0][];
  private int[] coLength = new int[0];
  private int[] initReader = new int[0];

  /**
   * @param threads how many threads
   * @param logCapacity binary logarithm of the room for events of one thread
   * @param words ints of clock that the memory model keeps for each event
   */
  public Graph(int threads, int logCapacity, int words, InitialValues initial) {
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
    position = new int[n];
    firstReader = new int[n];
    nextReader = new int[n];
    prefix = new int[n * threads];
    clock = new int[n * words];
    continuation = new Object[n];
    behind = new Object[n];
    step = new int[n];
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

  /** The bits of {@link Access}. */
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
    firstReader[event] = INIT;
    if (location >= coLength.length) {
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
    return prefix[event * threads + thread];
  }

  /** Computes {@link #prefix} from the program-order predecessor and the source. */
  public void computePrefix(int event) {
    int base = event * threads;
    if (index(event) == 0) {
      Arrays.fill(prefix, base, base + threads, 0);
    } else {
      System.arraycopy(prefix, base - threads, prefix, base, threads);
    }
    prefix[base + thread(event)] = index(event) + 1;
    if ((access[event] & Access.READ) != 0 && source[event] != INIT) {
      int from = source[event] * threads;
      for (int t = 0; t < threads; t++) {
        prefix[base + t] = Math.max(prefix[base + t], prefix[from + t]);
      }
    }
  }

  // ---- reads-from

  public int source(int read) {
    return source[read];
  }

  /** Lets {@code read} read from {@code write}. */
  public void readFrom(int read, int write) {
    source[read] = write;
    behind[read] = null;
    if (write == INIT) {
      int l = location[read];
      value[read] = initial.initial(l);
      nextReader[read] = initReader[l];
      initReader[l] = read;
    } else {
      value[read] = value[write];
      nextReader[read] = firstReader[write];
      firstReader[write] = read;
    }
  }

  /** Undoes the newest {@link #readFrom} of the source of {@code read}. */
  public void unread(int read) {
    int write = source[read];
    if (write != INIT) {
      firstReader[write] = nextReader[read];
    } else {
      initReader[location[read]] = nextReader[read];
    }
  }

  /** The environment's answer to a choice. */
  public void choose(int event, long answer) {
    behind[event] = null;
    value[event] = answer;
  }

  /** The first of the reads that read from {@code write}, or {@link #INIT}. */
  public int firstReader(int write) {
    return firstReader[write];
  }

  /** The first of the reads that read the initial value of {@code location}. */
  public int firstInitReader(int location) {
    return initReader[location];
  }

  /** The next read with the same source, or {@link #INIT}. */
  public int nextReader(int read) {
    return nextReader[read];
  }

  // ---- coherence order

  /** Number of writes of {@code location}, the initial one included. */
  public int writes(int location) {
    return location < coLength.length ? coLength[location] : 1;
  }

  /** The write at a place of co; place 0 is {@link #INIT}. */
  public int write(int location, int place) {
    return place == 0 ? INIT : co[location][place];
  }

  /** The place of a write in the co of its location. */
  public int place(int write) {
    return write == INIT ? 0 : position[write];
  }

  /** The first of the reads that read from the write at {@code place}. */
  public int firstReader(int location, int place) {
    return place == 0 ? initReader[location] : firstReader[co[location][place]];
  }

  /** What {@code location} holds in the end: the value of its co-last write. */
  public long last(int location) {
    int n = writes(location);
    return n == 1 ? initial.initial(location) : value[co[location][n - 1]];
  }

  /** Inserts a write into the co of its location; what was there moves up. */
  public void insert(int write, int place) {
    int l = location[write];
    int n = coLength[l];
    int[] order = co[l];
    if (n == order.length) {
      order = co[l] = Arrays.copyOf(order, 2 * n);
    }
    for (int k = n; k > place; k--) {
      position[order[k] = order[k - 1]] = k;
    }
    order[place] = write;
    position[write] = place;
    coLength[l] = n + 1;
  }

  /** Undoes {@link #insert}. */
  public void extract(int write) {
    int l = location[write];
    int[] order = co[l];
    int n = --coLength[l];
    for (int k = position[write]; k < n; k++) {
      position[order[k] = order[k + 1]] = k;
    }
  }

  /** The place of the write that {@code event} is, or reads from. */
  public int placeOf(int event) {
    return (access[event] & Access.WRITE) != 0 ? position[event] : place(source[event]);
  }

  /**
   * Whether {@code event}, just added, has an outgoing edge: a read of a write that is not co-last,
   * or a write that is not co-last. Without one it lies on no cycle of any model.
   */
  public boolean hasOutgoing(int event) {
    return location[event] >= 0 && placeOf(event) < coLength[location[event]] - 1;
  }

  private void growLocations(int wanted) {
    int old = coLength.length;
    int n = Math.max(wanted, old + old / 2 + 8);
    co = Arrays.copyOf(co, n);
    coLength = Arrays.copyOf(coLength, n);
    initReader = Arrays.copyOf(initReader, n);
    for (int l = old; l < n; l++) {
      co[l] = new int[4];
      coLength[l] = 1;
      initReader[l] = INIT;
    }
  }

  // ---- what model and search keep with an event

  /** The clocks of all events, {@link #words} ints each; the model owns their meaning. */
  public int[] clocks() {
    return clock;
  }

  public int words() {
    return words;
  }

  /** Where the search found the event, and at which step of it the thread goes on. */
  public Object continuation(int event) {
    return continuation[event];
  }

  public int step(int event) {
    return step[event];
  }

  public void continueAt(int event, Object node, int ordinal) {
    continuation[event] = node;
    step[event] = ordinal;
  }

  /** Where the thread goes on behind a read or a choice, if that was looked up already. */
  public Object behind(int event) {
    return behind[event];
  }

  public void setBehind(int event, Object node) {
    behind[event] = node;
  }

  // ---- backward revisits

  /**
   * Becomes {@code from} cut back to the first {@code keep[t]} events of each thread, a set closed
   * under (po ∪ rf).
   */
  public void cut(Graph from, int[] keep) {
    if (coLength.length < from.coLength.length) {
      growLocations(from.coLength.length);
    }
    stamps = from.stamps;
    Arrays.fill(initReader, INIT);
    for (int t = 0; t < threads; t++) {
      int base = t << shift;
      int n = keep[t];
      length[t] = n;
      System.arraycopy(from.access, base, access, base, n);
      System.arraycopy(from.location, base, location, base, n);
      System.arraycopy(from.value, base, value, base, n);
      System.arraycopy(from.source, base, source, base, n);
      System.arraycopy(from.stamp, base, stamp, base, n);
      System.arraycopy(from.continuation, base, continuation, base, n);
      System.arraycopy(from.step, base, step, base, n);
      System.arraycopy(from.behind, base, behind, base, n);
      System.arraycopy(from.prefix, base * threads, prefix, base * threads, n * threads);
      System.arraycopy(from.clock, base * words, clock, base * words, n * words);
      Arrays.fill(firstReader, base, base + n, INIT);
    }
    for (int l = 0; l < coLength.length; l++) {
      coLength[l] = 1;
      int n = l < from.coLength.length ? from.coLength[l] : 1;
      if (n > 1) {
        cutOrder(l, from.co[l], n, keep);
      }
    }
    for (int t = 0; t < threads; t++) {
      for (int e = t << shift, end = e + keep[t]; e < end; e++) {
        if ((access[e] & Access.READ) != 0) {
          linkReader(e);
        }
      }
    }
  }

  private void cutOrder(int l, int[] order, int n, int[] keep) {
    int[] mine = co[l];
    if (mine.length < n) {
      mine = co[l] = new int[order.length];
    }
    int kept = 1;
    for (int k = 1; k < n; k++) {
      int w = order[k];
      if (index(w) < keep[thread(w)]) {
        mine[kept] = w;
        position[w] = kept++;
      }
    }
    coLength[l] = kept;
  }

  private void linkReader(int read) {
    int write = source[read];
    if (write == INIT) {
      nextReader[read] = initReader[location[read]];
      initReader[location[read]] = read;
    } else {
      nextReader[read] = firstReader[write];
      firstReader[write] = read;
    }
  }
}
