// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vacate.explorer.execution.Value;
import vacate.explorer.weave.WeavingLoader;

/**
 * Canonical identity of objects: a reference is who allocated the object and as its how-manyth, so
 * that it means the same whenever a thread is run again. Strings, boxes and other values are what
 * they equal, with {@link Copies} kept apart from the ones that the JVM has one of.
 */
public final class Identity {
  /** What makes an actor's object the same one in every run. */
  private record Allocation(int thread, Object origin, int number, Class<?> type, int length) {}

  /** Classes of the JDK whose objects are what they equal, and no more. */
  private static final Set<Class<?>> VALUES =
      Set.of(
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class,
          Duration.class,
          Period.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          Year.class,
          YearMonth.class,
          MonthDay.class,
          ZoneOffset.class,
          OffsetTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class);

  private final List<Object> objects = new ArrayList<>();
  private final List<Value> references = new ArrayList<>();
  private final BitSet setup = new BitSet();
  private final Map<Object, Integer> ids = new IdentityHashMap<>();
  private final Map<Object, Integer> values = new HashMap<>();
  private final Map<Object, Integer> copies = new HashMap<>();
  private final Map<Allocation, Integer> allocations = new HashMap<>();
  private final Map<String, Integer> perName = new HashMap<>();

  private final Formers formers = new Formers();

  private int thread;
  private int count;
  private final BitSet mine = new BitSet();
  private final BitSet published = new BitSet();
  private final BitSet given = new BitSet();
  private final Set<Object> local = Collections.newSetFromMap(new IdentityHashMap<>());

  public Identity() {
    add(null, Value.NULL, true);
  }

  private int add(Object object, Value reference, boolean initial) {
    objects.add(object);
    references.add(reference);
    setup.set(objects.size() - 1, initial);
    return objects.size() - 1;
  }

  /** A thread starts from its beginning. */
  public void startRun(int thread) {
    this.thread = thread;
    count = 0;
    mine.clear();
    published.clear();
    given.clear();
    local.clear();
  }

  /** The id of an object that is known, or -1. */
  public int known(Object o) {
    if (o == null) {
      return 0;
    }
    Integer id = ids.get(o);
    if (id == null) {
      return isValue(o) ? value(o) : formers.id(o);
    }
    return id;
  }

  /** A published function holds an object. */
  void captured(int function, Object part, int id) {
    if (part != null && !isValue(part)) {
      formers.keep(function, part, id);
    }
  }

  /** What a published function or throwable holds, as far as that are no values. */
  List<Object> captured(int function) {
    return formers.parts(function);
  }

  /** The object itself, where a function has kept one of an earlier run. */
  public Object current(Object o) {
    int id = formers.id(o);
    return id < 0 ? o : objects.get(id);
  }

  Object object(int id) {
    return objects.get(id);
  }

  /** How many objects have got their numbers. */
  public int size() {
    return objects.size();
  }

  /** A reference to an object, as an event has it. */
  public Value reference(int id) {
    return references.get(id);
  }

  /**
   * A hash code for an object that has none of its own, or is an enum's constant or a class: the
   * same whenever the program runs, and mostly another one than those of other objects.
   *
   * @return null for an object that is not known
   */
  public Integer hash(Object o) {
    int id = known(o);
    if (id < 0) {
      return null;
    }
    return references.get(id) instanceof Value.Instance i
        ? 31 * i.type().hashCode() + 512 * (i.maker() + 1) + i.number()
        : references.get(id).toString().hashCode();
  }

  /** Whether the object was there before the first actor started. */
  boolean isInitial(int id) {
    return setup.get(id);
  }

  public static boolean isValue(Object o) {
    return o instanceof String
        || VALUES.contains(o.getClass())
        || o instanceof Boolean
        || o instanceof Character
        || o instanceof Class
        || o instanceof Clock && !WeavingLoader.isWoven(o.getClass())
        || o instanceof Enum && !WeavingLoader.isWoven(o.getClass());
  }

  public static String internalName(Class<?> c) {
    return c.getName().replace('.', '/');
  }

  private int value(Object o) {
    return (Copies.isCopy(o) ? copies : values)
        .computeIfAbsent(
            o,
            v ->
                add(
                    v,
                    v instanceof String s ? new Value.Text(s) : new Value.Constant(v.toString()),
                    true));
  }

  /** Registers an object of the initial state. */
  public int initial(Object o) {
    int id = known(o);
    if (id < 0) {
      String name = simpleName(o.getClass());
      id = add(o, new Value.Instance(name, -1, perName.merge(name, 1, Integer::sum)), true);
      ids.put(o, id);
    }
    return id;
  }

  /** Of a lambda without its number and address, which are others in each run of the JVM. */
  private static String simpleName(Class<?> type) {
    if (type.isArray()) {
      return simpleName(type.getComponentType()) + "[]";
    }
    String name = type.getSimpleName();
    return type.isHidden() ? name.replaceFirst("(\\$\\$Lambda).*", "$1") : name;
  }

  /** Registers an object that the running thread has just allocated. */
  public int allocated(Object o, int length) {
    return register(o, new Allocation(thread, null, count++, o.getClass(), length));
  }

  /**
   * Registers an object whose making was not seen, a lambda say, by where it is first stored: after
   * the reads that {@code origin} stands for, as the {@code number}th.
   */
  int published(Object o, Object origin) {
    return register(o, new Allocation(thread, origin, count++, o.getClass(), 0));
  }

  private int register(Object o, Allocation allocation) {
    Integer id = allocations.get(allocation);
    if (id == null) {
      String type = simpleName(allocation.type);
      id = add(o, new Value.Instance(type, thread, allocation.number + 1), false);
      allocations.put(allocation, id);
    } else {
      ids.remove(objects.get(id));
      formers.forget(id);
      objects.set(id, o);
    }
    ids.put(o, id);
    mine.set(id);
    return id;
  }

  /** The running thread stores the reference where others may find it. */
  void publish(int id) {
    published.set(id);
  }

  /** The running thread gives an array to the JDK, which may write or keep it. */
  public void give(int id) {
    given.set(id);
  }

  boolean isGiven(int id) {
    return id >= 0 && given.get(id);
  }

  /** The running thread made an object of the JDK, or got it from one that it had made. */
  public void madeLocally(Object o) {
    local.add(o);
  }

  /** Whether an object of the JDK is the running thread's own. */
  public boolean isLocal(Object o) {
    return local.contains(o);
  }

  /** Whether the running thread made the object, in this run. */
  public boolean isMine(int id) {
    return id >= 0 && mine.get(id);
  }

  /** Whether only the running thread can reach the object. */
  public boolean isPrivate(int id) {
    return isMine(id) && !published.get(id);
  }
}
