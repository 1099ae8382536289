// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Recorder;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/**
 * What the hooks of woven code act on, for one exploration. During setup everything happens in the
 * heap; while an actor runs, the heap is scratch space and memory is the recorder's.
 */
public final class Machine {
  private static final ThreadLocal<Machine> CURRENT = new ThreadLocal<>();

  private final ClassLoader loader;
  private final Recorder recorder;
  final Identity identity = new Identity();
  private final Locations locations = new Locations(identity);
  private final Loops loops;
  private final VarHandles varHandles = new VarHandles(this);

  private final Map<Field, Slot> slotOf = new HashMap<>();
  private Slot[] slotOfRef = new Slot[64];

  private boolean running;
  private boolean exploring;
  private boolean alone;
  private int initializers;
  private Refused poison;
  private final Monitors monitors = new Monitors(this, locations);
  private final Set<Integer> unfinished = new HashSet<>();
  private final Chains chains;

  public Machine(ClassLoader loader, Recorder recorder, int loopBound) {
    this.loader = loader;
    this.recorder = recorder;
    this.loops = new Loops(loopBound);
    this.chains = new Chains(identity, recorder);
  }

  /** The machine of the calling thread, or null where woven code runs on its own. */
  static Machine current() {
    return CURRENT.get();
  }

  /** Makes this the machine of the calling thread, until {@link #leave}. */
  public void enter() {
    CURRENT.set(this);
  }

  public void leave() {
    CURRENT.remove();
  }

  /** Whether a class, by binary name, is the user's: neither of the JDK nor of the explorer. */
  public static boolean isTestCode(String className) {
    return Woven.isWoven(className.replace('.', '/')) && !Woven.isShadow(className);
  }

  boolean isRunning() {
    return running;
  }

  /** Whether accesses matter: an actor runs, or a class initialiser that an actor has set off. */
  boolean isWatching() {
    return running || exploring && initializers > 0;
  }

  Recorder recorder() {
    return recorder;
  }

  Loops loops() {
    return loops;
  }

  Monitors monitors() {
    return monitors;
  }

  VarHandles varHandles() {
    return varHandles;
  }

  /** Code of an actor, or of the epilogue. */
  @FunctionalInterface
  public interface Code {
    Object run() throws Throwable;
  }

  /** Runs an actor, so that its accesses are events. */
  public Object run(Code code, boolean epilogue) throws Throwable {
    identity.startRun(recorder.thread());
    alone = epilogue;
    loops.startRun(epilogue);
    monitors.startRun();
    unfinished.clear();
    chains.startRun();
    exploring = true;
    running = true;
    initializers = 0;
    try {
      return code.run();
    } finally {
      running = false;
    }
  }

  // ---- setup inside an execution: class initialisers

  void enterInitializer() {
    if (running || initializers > 0) {
      initializers++;
      running = false;
    }
  }

  void leaveInitializer() {
    if (initializers > 0 && --initializers == 0) {
      running = true;
    }
  }

  /**
   * The JVM wraps what a class initialiser throws, and never runs it again: whoever comes to the
   * class from now on is refused for the same reason.
   */
  public void refuseIfPoisoned() {
    if (poison != null) {
      throw poison;
    }
  }

  // ---- objects

  void allocated(Object o) throws Stop {
    if (!running) {
      identity.initial(o);
      return;
    }
    boolean array = o.getClass().isArray();
    int id = identity.allocated(o, array ? Array.getLength(o) : 0);
    if (array) {
      for (int i = 0; o instanceof Object[] nested && i < nested.length; i++) {
        if (nested[i] != null) { // an array of arrays comes filled
          allocated(nested[i]);
          storedElement(o, i);
        }
      }
    } else if (Woven.isWoven(Identity.internalName(o.getClass()))) {
      unfinished.add(id);
    }
  }

  void constructed(Object o, Class<?> by) throws Stop {
    if (!running) {
      return;
    }
    int id = identity.known(o);
    if (!alone && identity.isMine(id) && declaresFinalReference(by)) {
      chains.freeze(id, by);
    }
    if (o.getClass() == by) {
      unfinished.remove(id);
    }
  }

  /** The id of an object whose fields or elements are accessed. */
  private int owner(Object o) throws Stop {
    int id = identity.known(o);
    if (id < 0) {
      throw refuse("an object of " + o.getClass().getName() + " of unknown origin");
    }
    return id;
  }

  /** The bits of a value that is about to be stored. */
  long encode(Class<?> type, Object value) throws Stop {
    if (type.isPrimitive()) {
      return Values.bits(type, value);
    }
    return reference(value, true);
  }

  /** The bits of a reference; with {@code publish}, others may find the object from now on. */
  long reference(Object value, boolean publish) throws Stop {
    int id = identity.known(value);
    if (id < 0) {
      if (!alone && !value.getClass().isHidden()) {
        throw refuse(
            "the reference to a " + value.getClass().getName() + " made by an actor is shared");
      }
      id = identity.published(value, recorder.position());
    }
    if (publish && !alone && !identity.isInitial(id) && value.getClass().isHidden()) {
      publishCaptured(value);
    }
    if (publish) {
      if (unfinished.contains(id) && hasFinals(value.getClass())) {
        throw refuse("a constructor of " + value.getClass().getName() + " lets this escape");
      }
      if (!alone && !identity.isInitial(id) && hasHiddenState(value.getClass())) {
        throw refuse("a " + value.getClass().getName() + " made by an actor is shared");
      }
      identity.publish(id);
    }
    return id;
  }

  /** Who finds a lambda finds what it has captured. */
  private void publishCaptured(Object lambda) throws Stop {
    for (Field f : lambda.getClass().getDeclaredFields()) {
      if (!f.getType().isPrimitive()) {
        try {
          f.setAccessible(true);
          reference(f.get(lambda), true);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Whether a woven class inherits fields from one that is not, as an exception its message. */
  private static boolean hasHiddenState(Class<?> type) {
    return Throwable.class.isAssignableFrom(type);
  }

  private static boolean hasFinals(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (FieldRefs.finals(c).findAny().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean declaresFinalReference(Class<?> type) {
    return FieldRefs.finals(type).anyMatch(f -> !f.getType().isPrimitive());
  }

  /** The value with those bits, which is not known to come out of a final field. */
  Object decodeFromElsewhere(Class<?> type, long bits) {
    if (!type.isPrimitive()) {
      chains.cameFromElsewhere((int) bits);
    }
    return decode(type, bits);
  }

  /** The value with those bits. */
  Object decode(Class<?> type, long bits) {
    return type.isPrimitive() ? Values.value(type, bits) : identity.object((int) bits);
  }

  // ---- fields

  Slot slot(int ref) {
    if (ref >= slotOfRef.length) {
      slotOfRef = java.util.Arrays.copyOf(slotOfRef, 2 * ref);
    }
    Slot slot = slotOfRef[ref];
    if (slot == null) {
      FieldRefs.Ref r = FieldRefs.ref(ref);
      slotOfRef[ref] = slot = slot(find(r.owner(), r.name()));
    }
    return slot;
  }

  Slot slot(Field field) {
    Slot slot = slotOf.get(field);
    if (slot == null) {
      slot = new Slot(slotOf.size(), field);
      slotOf.put(field, slot);
    }
    return slot;
  }

  private Field find(String owner, String name) {
    try {
      return find(Class.forName(owner.replace('/', '.'), false, loader), name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Field find(Class<?> owner, String name) {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        if (f.getName().equals(name)) {
          return f;
        }
      }
      for (Class<?> i : c.getInterfaces()) {
        Field f = find(i, name);
        if (f != null) {
          return f;
        }
      }
    }
    return null;
  }

  /**
   * Whether an object belongs to the epilogue, which has no one to share it with: it lives in the
   * heap, and may hold whatever it likes.
   */
  boolean isLocal(Object o) {
    return alone && identity.isMine(identity.known(o));
  }

  /** The location of a field, or -1 for one that no two threads can race for. */
  int location(Object o, Slot slot) throws Stop {
    if (slot.isStatic) {
      return slot.isFinal ? -1 : locations.field(0, null, slot);
    }
    int id = owner(o);
    return slot.isFinal && identity.isInitial(id) || isLocal(o) ? -1 : locations.field(id, o, slot);
  }

  void load(Object o, Slot slot) throws Stop {
    if (!running) {
      inInitializer(o, slot);
      return;
    }
    int location = location(o, slot);
    if (location >= 0) {
      int access = slot.isFinal ? slot.readAccess | Access.FINAL : slot.readAccess;
      int owner = slot.isStatic ? 0 : identity.known(o);
      slot.set(o, decode(slot.type, read(owner, slot, slot.type, location, access)));
    } else if (!slot.type.isPrimitive() && !isLocal(o)) {
      identity.initial(slot.get(o)); // a constant; but what it refers to others can reach too
    }
  }

  private long read(int owner, Slot slot, Class<?> type, int location, int access) throws Stop {
    return alone
        ? recorder.read(location, access)
        : chains.read(owner, slot, type, location, access);
  }

  void touch(Object o, Slot slot) throws Stop {
    if (running) {
      location(o, slot);
    } else {
      inInitializer(o, slot);
    }
  }

  void stored(Object o, Slot slot) throws Stop {
    if (!running) {
      return;
    }
    int location = location(o, slot);
    if (location >= 0) {
      write(location, slot.writeAccess, encode(slot.type, slot.get(o)));
    } else if (!isLocal(o)) {
      throw refuse("a write to the final field " + slot.name);
    }
  }

  /** A class initialiser that runs late must not meddle with what actors have used already. */
  private void inInitializer(Object o, Slot slot) {
    if (initializers > 0 && exploring && !slot.isFinal) {
      int id = slot.isStatic ? 0 : identity.known(o);
      if (id >= 0 && locations.exists(id, slot)) {
        poison = refusal("a class initialiser that uses the shared field " + slot.name);
        throw poison;
      }
    }
  }

  // ---- arrays

  /** An object of the JDK came out of its constructor, or out of a call. */
  void made(Object o) {
    if (running && o != null && identity.known(o) < 0) {
      identity.madeLocally(o);
    }
  }

  /** The location of an element; -1 for an array that only the running thread can have. */
  int location(Object array, int index) throws Stop {
    int id = identity.known(array);
    if (id < 0 && identity.isLocal(array) || isLocal(array)) {
      return -1;
    }
    return locations.element(owner(array), array, index);
  }

  void element(Object array, int index) throws Stop {
    if (running && array != null && index >= 0 && index < Array.getLength(array)) {
      int location = location(array, index);
      if (location >= 0) {
        Class<?> type = array.getClass().getComponentType();
        long bits = read(identity.known(array), null, type, location, Access.PLAIN_READ);
        Array.set(array, index, decode(type, bits));
      }
    }
  }

  void touchElement(Object array, int index) throws Stop {
    if (running && array != null && index >= 0 && index < Array.getLength(array)) {
      location(array, index);
    }
  }

  void storedElement(Object array, int index) throws Stop {
    int location = running ? location(array, index) : -1;
    if (location >= 0) {
      Class<?> type = array.getClass().getComponentType();
      write(location, Access.PLAIN_WRITE, encode(type, Array.get(array, index)));
    }
  }

  void arraycopy(Object from, int at, Object to, int into, int n) throws Stop {
    if (running && from != null && to != null && n >= 0) {
      Object[] copied = new Object[n];
      for (int i = 0; i < n; i++) {
        element(from, at + i);
        copied[i] = Array.get(from, at + i);
      }
      for (int i = 0; i < n; i++) {
        touchElement(to, into + i);
        Array.set(to, into + i, copied[i]);
        storedElement(to, into + i);
      }
    } else {
      System.arraycopy(from, at, to, into, n);
    }
  }

  Object cloneArray(Object array) throws Stop {
    int n = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), n);
    allocated(copy);
    arraycopy(array, 0, copy, 0, n);
    return copy;
  }

  // ---- events

  void write(int location, int access, long value) throws Stop {
    loops.effect();
    recorder.write(location, access, value);
  }

  // ---- refusals

  Stop refuse(String what) {
    return recorder.refuse(refusal(what));
  }

  Refused refusal(String what) {
    Site site = Site.here();
    return new Refused(what + (site == null ? "" : ", at " + site));
  }

  // ---- for the program

  public long initial(int location) {
    return locations.initial(location);
  }

  /** A readable name of a location. */
  public String name(int location) {
    return locations.name(location);
  }

  /** The locations of type long and double, so far. */
  public BitSet wide() {
    return locations.wide();
  }

  /** Whether a location is a lock's, and no field or element. */
  public boolean isMonitor(int location) {
    return locations.isMonitor(location);
  }

  /** A value of a location as a reader would write it. */
  public String show(int location, long bits) {
    return locations.show(location, bits);
  }

  /**
   * A field of an object of the initial state.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public Field field(Object o, String name) {
    Field field = o == null ? null : find(o.getClass(), name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name + " in " + o);
    }
    return field;
  }

  /** What the heap has in a field; only before an actor runs is that its initial value. */
  public Object inHeap(Object o, Field field) {
    return slot(field).get(o);
  }

  /** Whether a field was declared final; weaving makes it writable. */
  public boolean isConstant(Field field) {
    return slot(field).isFinal;
  }

  /** The location of a field of an object of the initial state; -1 if no two can race for it. */
  public int locate(Object o, Field field) throws Stop {
    return location(o, slot(field));
  }

  /** An initial value as a reader would write it. */
  public String show(Field field, Object value) {
    return field.getType().isPrimitive()
        ? Values.show(field.getType(), Values.bits(field.getType(), value))
        : identity.name(identity.initial(value));
  }

  /** The value of a field after all actors, as the epilogue reads it. */
  public Object readField(Object o, Field field) throws Stop {
    Slot slot = slot(field);
    return decode(slot.type, recorder.read(location(o, slot), Access.OPAQUE_READ));
  }
}
