// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Refused;

/**
 * Numbers for (object, field), (array, index), static fields and monitors, and what they held
 * first.
 */
public final class Locations {
  private static final int GRANULE = 3;

  private static final String MIXED = "accesses bytes in more than one way: ";

  private final Identity identity;
  private final PartNumbers fields = new PartNumbers();
  private final PartNumbers elements = new PartNumbers();
  private final Map<Mutex, Integer> mutexes = new HashMap<>();
  private final Map<Hidden, Integer> hidden = new HashMap<>();
  private final List<Location> locations = new ArrayList<>();
  private final List<Class<?>> types = new ArrayList<>();

  /** How the heap gets back what was in a location first; null if it had nothing. */
  private final List<Consumer<Object>> homes = new ArrayList<>();

  /** Replaced by another one, and never changed: a search asks while others find locations. */
  private volatile BitSet wide = new BitSet();

  private final Set<Long> avoided = new HashSet<>();
  private final Set<Long> avoidedElements = new HashSet<>();
  private final List<Foreknowledge.Units> units;
  private final BiFunction<String, Foreknowledge, Refused> refusal;
  private long[] initial = new long[64];

  /** In which way eight bytes of an array or a buffer are accessed several at a time. */
  private final Map<Long, ByteView> views = new HashMap<>();

  private final Map<Long, Integer> viewed = new HashMap<>();

  /** The same of bytes that are accessed one by one. */
  private final Set<Long> oneByOne = new HashSet<>();

  /**
   * @param units bytes that are not all accessed in units of one size
   * @param refusal of something, which would be none if more were known before
   */
  public Locations(
      Identity identity,
      List<Foreknowledge.Units> units,
      BiFunction<String, Foreknowledge, Refused> refusal) {
    this.identity = identity;
    this.units = units;
    this.refusal = refusal;
  }

  /** The location of a field; created with what the heap holds, so before the first store. */
  public int field(int id, Object owner, Slot slot) {
    int known = fields.get(id, slot.number);
    if (known != PartNumbers.NONE) {
      return known;
    }
    if (avoided.contains(key(id, slot.number))) {
      throw refusal.apply(
          "a class initialiser uses the shared field " + slot.name, Foreknowledge.NOTHING);
    }
    long first = identity.isInitial(id) ? encode(slot.type, slot.get(owner)) : 0;
    Consumer<Object> home = identity.isInitial(id) ? value -> slot.set(owner, value) : null;
    int location = add(location(id, slot), slot.type, first, home);
    fields.put(id, slot.number, location);
    return location;
  }

  private Location location(int id, Slot slot) {
    return slot.isStatic
        ? new Location.StaticField(slot.owner.getSimpleName(), slot.name)
        : new Location.Field(identity.reference(id), slot.name);
  }

  /** Refuses to make the field a location from now on; false if it is one already. */
  boolean avoid(int id, Slot slot) {
    avoided.add(key(id, slot.number));
    return fields.get(id, slot.number) == PartNumbers.NONE;
  }

  /** Refuses to make the element a location from now on; false if it is one already. */
  boolean avoidElement(int id, int index) {
    avoidedElements.add(key(id, index));
    return elements.get(id, index) == PartNumbers.NONE;
  }

  public int element(int id, Object array, int index) {
    int known = elements.get(id, index);
    if (known != PartNumbers.NONE) {
      return known;
    }
    if (avoidedElements.contains(key(id, index))) {
      throw refusal.apply(
          "a class initialiser uses the shared array " + identity.reference(id),
          Foreknowledge.NOTHING);
    }
    Class<?> type = array.getClass().getComponentType();
    if (type == byte.class) {
      oneByOne.add(granule(id, index));
      if (views.containsKey(granule(id, index))) {
        throw mixed(id, index, Array.getLength(array), 1);
      }
    }
    long first = identity.isInitial(id) ? encode(type, Array.get(array, index)) : 0;
    Consumer<Object> home = identity.isInitial(id) ? value -> Array.set(array, index, value) : null;
    int location = add(new Location.Element(identity.reference(id), index), type, first, home);
    elements.put(id, index, location);
    return location;
  }

  /**
   * The location of some bytes of an array or a buffer.
   *
   * @param length of the array; 0 for a buffer that is none
   * @param first what is there, of an object that setup has made
   * @param home puts a value back there
   */
  public int bytes(
      int id, int length, int index, ByteView view, Object first, Consumer<Object> home) {
    ByteView other = views.putIfAbsent(granule(id, index), view);
    if (oneByOne.contains(granule(id, index))) {
      throw mixed(id, index, length, 1);
    }
    if (other != null && !other.equals(view)) {
      throw mixed(id, index, length, Math.min(other.size(), view.size()));
    }
    return viewed.computeIfAbsent(
        key(id, index),
        k -> {
          boolean wasThere = identity.isInitial(id);
          return add(
              new Location.Element(identity.reference(id), index),
              view.type(),
              wasThere ? encode(view.type(), first) : 0,
              wasThere ? home : null);
        });
  }

  /** Bytes are accessed in units of more than one size, the smallest of which is that. */
  public Refused mixed(int id, int index, int length, int size) {
    Foreknowledge wanted =
        length == 0
            ? Foreknowledge.NOTHING
            : Foreknowledge.NOTHING.with(
                new Foreknowledge.Units(length, index >> GRANULE << GRANULE, size));
    return refusal.apply(MIXED + identity.reference(id), wanted);
  }

  /** The smallest unit in which bytes of an array are accessed, if it is not the only one; or 0. */
  public int unit(int length, int index) {
    for (Foreknowledge.Units known : units) {
      if (known.length() == length && known.index() == index >> GRANULE << GRANULE) {
        return known.size();
      }
    }
    return 0;
  }

  /** As what some bytes are accessed; null if nobody has. */
  public Class<?> type(int id, int index) {
    ByteView view = views.get(granule(id, index));
    return view != null ? view.type() : oneByOne.contains(granule(id, index)) ? byte.class : null;
  }

  /** Eight bytes, of which a larger value is all or an aligned part. */
  private static long granule(int id, int index) {
    return key(id, index >> GRANULE);
  }

  int mutex(Mutex mutex) {
    return mutexes.computeIfAbsent(mutex, m -> add(location(m), int.class, 0, null));
  }

  private Location location(Mutex mutex) {
    Value object = identity.reference(mutex.object());
    return switch (mutex.kind()) {
      case MONITOR -> new Location.Monitor(object);
      case LOCK -> new Location.Lock(object);
    };
  }

  /** What a location holds first; for one that nobody has read yet. */
  void begin(int location, long value) {
    initial[location] = value;
  }

  int hidden(Hidden part, Class<?> type) {
    return hidden.computeIfAbsent(part, h -> add(location(h), type, 0, null));
  }

  private Location location(Hidden part) {
    return switch (part.kind()) {
      case TIME -> new Location.StaticField("System", part.kind().text);
      case RAN_SETUP -> new Location.StaticField("Thread", part.kind().text);
      default -> new Location.Hidden(identity.reference(part.object()), part.kind().text);
    };
  }

  /** The locations of type long and double, so far. */
  public BitSet wide() {
    return wide;
  }

  private static long key(int id, int part) {
    return (long) id << 32 | part;
  }

  private int add(Location place, Class<?> type, long first, Consumer<Object> home) {
    int location = locations.size();
    if (location == initial.length) {
      initial = Arrays.copyOf(initial, 2 * location);
    }
    initial[location] = first;
    locations.add(place);
    types.add(type);
    homes.add(home);
    if (type == long.class || type == double.class) {
      BitSet more = (BitSet) wide.clone();
      more.set(location);
      wide = more;
    }
    return location;
  }

  private long encode(Class<?> type, Object value) {
    return type.isPrimitive() ? Values.bits(type, value) : identity.initial(value);
  }

  /** Puts into the heap what each location held first. */
  public void putBack() {
    for (int l = 0; l < homes.size(); l++) {
      if (homes.get(l) != null) {
        Class<?> type = types.get(l);
        homes
            .get(l)
            .accept(
                type.isPrimitive()
                    ? Values.value(type, initial[l])
                    : identity.object((int) initial[l]));
      }
    }
  }

  /** The bits that a location held first. */
  public long initial(int location) {
    return initial[location];
  }

  /** What bits in a location stand for. */
  public Value value(int location, long bits) {
    Class<?> type = types.get(location);
    return type.isPrimitive()
        ? new Value.Primitive(Values.value(type, bits))
        : identity.reference((int) bits);
  }

  /** How many there are. */
  public int size() {
    return locations.size();
  }

  /** What the number of a location stands for. */
  public Location at(int location) {
    return locations.get(location);
  }
}
