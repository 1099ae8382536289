// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an exploration leaves to the next one with the same classes: which are initialised, and what
 * their initialisers have made. The next one begins as with classes of its own, if
 *
 * <ul>
 *   <li>initialisers look at nothing and change nothing but static fields of their own class and
 *       objects of their own making: then it does not matter when they ran;
 *   <li>setup changes nothing but objects of its own making: then nothing of it is left;
 *   <li>no actor needs a class that is initialised, but not because of its own setup, if the
 *       initialiser and others need each other: two actors might have waited for each other.
 * </ul>
 *
 * <p>Setup is watched for that. What does otherwise is no fault, but the classes are not used
 * again, see {@link #spent}.
 */
public final class Heritage {
  private final boolean watched;

  /** The objects that initialisers have made, and whose. */
  private final Map<Object, Class<?>> made = new IdentityHashMap<>();

  /** The same in the order in which they were made. */
  private final List<Object> inOrder = new ArrayList<>();

  /** What initialisers need of other classes. */
  private final Map<Class<?>, Set<Class<?>>> needs = new HashMap<>();

  /** What the handles of the program refer to: a field, or elements of arrays. */
  private final Map<VarHandle, Optional<Field>> handles = new IdentityHashMap<>();

  /** Those that view bytes. */
  private final Map<VarHandle, ByteView> views = new IdentityHashMap<>();

  private final Deque<Class<?>> running = new ArrayDeque<>();
  private final Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Class<?>> needed = new HashSet<>();

  /** The classes that actors need besides, which have been looked at. */
  private final Set<Class<?>> seen = new HashSet<>();

  private final Surroundings surroundings = new Surroundings();

  private boolean late;
  private String spent;

  private Heritage(boolean watched) {
    this.watched = watched;
  }

  /** Of an exploration that leaves nothing. */
  public static Heritage none() {
    return new Heritage(false);
  }

  /** Of one that may be followed by others. */
  public static Heritage watched() {
    return new Heritage(true);
  }

  /** Whether setup is watched. */
  public boolean isWatched() {
    return watched;
  }

  /** What setup, initialisers and actors were told of what is outside of the program. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** Another exploration begins. */
  public void begin() {
    running.clear();
    own.clear();
    needed.clear();
    seen.clear();
    late = false;
  }

  /** What earlier explorations have left. */
  public Iterable<Object> left() {
    return inOrder;
  }

  /** Why there can be no next one; null if there can. */
  public String spent() {
    return spent;
  }

  /** Whether with new classes actors might have waited for each other in initialisers. */
  public boolean isLate() {
    return late;
  }

  /** There is to be no next one. */
  public void spend(String why) {
    if (watched && spent == null) {
      spent = why;
    }
  }

  // ---- handles, which are what they are for ever

  /** A handle is one of a field. */
  public void refersTo(VarHandle handle, Field field) {
    handles.put(handle, Optional.of(field));
  }

  /** The handle is for bytes, several at a time. */
  public void refersToBytes(VarHandle handle, ByteView view) {
    views.put(handle, view);
  }

  /** How the handle accesses bytes; null if it does not. */
  public ByteView view(VarHandle handle) {
    return views.get(handle);
  }

  /** A handle is one of elements. */
  public void refersToElements(VarHandle handle) {
    handles.put(handle, Optional.empty());
  }

  /** A handle is of what another is. */
  public void refersToThatOf(VarHandle handle, VarHandle other) {
    if (handles.containsKey(other)) {
      handles.put(handle, handles.get(other));
    }
    if (views.containsKey(other)) {
      views.put(handle, views.get(other));
    }
  }

  /** The field of a handle, empty if it is one of elements; null if nobody has seen it made. */
  public Optional<Field> target(VarHandle handle) {
    return handles.get(handle);
  }

  // ---- initialisers

  void enter(Class<?> type) {
    if (watched) {
      running.push(type);
      needs.put(type, new HashSet<>());
    }
  }

  void leave() {
    if (!running.isEmpty()) {
      running.pop();
    }
  }

  /** Setup needs a class, or an initialiser. */
  void needs(Class<?> type) {
    if (watched && running.isEmpty()) {
      needWith(type);
    } else if (watched) {
      running.forEach(r -> needs.get(r).add(type));
    }
  }

  /** With a class its superclasses are initialised, and what the initialisers need. */
  private void needWith(Class<?> type) {
    if (type != null && needed.add(type)) {
      needWith(type.getSuperclass());
      needs.getOrDefault(type, Set.of()).forEach(this::needWith);
    }
  }

  /** An actor needs a class, and its superclasses, which alone may have an initialiser. */
  void actorNeeds(Class<?> type) {
    if (watched && !needed.contains(type) && seen.add(type)) {
      late |= hasCycle(type, new ArrayDeque<>());
    }
  }

  /** Whether initialisers that need each other are behind that of a class, its own included. */
  private boolean hasCycle(Class<?> type, Deque<Class<?>> way) {
    if (way.contains(type)) {
      return true;
    }
    way.push(type);
    Set<Class<?>> next = new HashSet<>(needs.getOrDefault(type, Set.of()));
    next.addAll(List.of(type.getInterfaces()));
    next.add(type.getSuperclass());
    next.remove(type);
    next.remove(null);
    boolean found = next.stream().anyMatch(n -> hasCycle(n, way));
    way.pop();
    return found;
  }

  // ---- what setup does, and the initialisers that it sets off

  /** It makes an object. */
  void makes(Object o) {
    if (!watched || o == null || made.containsKey(o)) {
      return;
    }
    if (running.isEmpty()) {
      own.add(o);
    } else {
      keep(o, running.peek());
    }
  }

  private void keep(Object o, Class<?> by) {
    if (made.put(o, by) == null) {
      inOrder.add(o);
    }
  }

  void reads(Object o, Slot slot) {
    if (!running.isEmpty() && !slot.isFinal && !isIts(o, slot)) {
      spend("the initialiser of " + running.peek().getName() + " reads " + slot.name);
    }
  }

  void writes(Object o, Slot slot) {
    if (running.isEmpty() ? !own.contains(o) : !isIts(o, slot)) {
      spend(who() + " writes " + slot.name);
    }
  }

  private boolean isIts(Object o, Slot slot) {
    return slot.isStatic ? slot.owner == running.peek() : made.get(o) == running.peek();
  }

  void readsElement(Object array) {
    if (!running.isEmpty() && made.get(array) != running.peek()) {
      spend("the initialiser of " + running.peek().getName() + " reads an array");
    }
  }

  void writesElement(Object array) {
    if (running.isEmpty() ? !own.contains(array) : made.get(array) != running.peek()) {
      spend(who() + " writes into an array");
    }
  }

  /** It calls the JDK. */
  void calls(String what, Object receiver, Object... arguments) {
    uses(what, receiver);
    for (Object a : arguments) {
      uses(what, a);
    }
    if (receiver instanceof AccessibleObject || receiver instanceof MethodHandle) {
      spend(who() + " calls " + what);
    }
  }

  private void uses(String what, Object o) {
    if (o != null && hidesState(o) && !isOfWhoRuns(o)) {
      spend(who() + " calls " + what + " on or with a " + o.getClass().getTypeName());
    }
  }

  private static boolean hidesState(Object o) {
    return HiddenState.isIn(o)
        && !o.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }

  private boolean isOfWhoRuns(Object o) {
    return running.isEmpty() ? own.contains(o) : made.get(o) == running.peek();
  }

  /** It has got an object from the JDK by a call on or with those. */
  void got(Object o, Object... from) {
    if (!watched || o == null || made.containsKey(o) || !HiddenState.isIn(o)) {
      return;
    }
    for (Object f : from) {
      Class<?> by = f == null ? null : made.get(f);
      if (by != null && by != running.peek()) {
        keep(o, by);
        return;
      }
    }
    makes(o);
  }

  private String who() {
    return running.isEmpty() ? "setup" : "the initialiser of " + running.peek().getName();
  }
}
