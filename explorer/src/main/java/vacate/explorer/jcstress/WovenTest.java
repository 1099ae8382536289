// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.jcstress;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import vacate.explorer.execution.Frame;
import vacate.explorer.execution.Location;
import vacate.explorer.execution.Value;
import vacate.explorer.search.Ending;
import vacate.explorer.search.Modes;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Program;
import vacate.explorer.search.Recorder;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;
import vacate.explorer.weave.Machine;
import vacate.explorer.weave.Site;
import vacate.explorer.weave.WeavingLoader;

/** A test as a program: its actors, and as epilogue its arbiter and the reading of the result. */
public final class WovenTest implements Program {
  /** The outcome when every actor of a termination test has finished. */
  public static final String TERMINATED = "TERMINATED";

  private final StressTest test;
  private final Recorder recorder;
  private final Machine machine;
  private final Object state;
  private final Object instance;
  private final Object result;
  private final List<Method> actors = new ArrayList<>();
  private final Map<Object, Object> outcomes = new HashMap<>();
  private Method arbiter;
  private Method toString;

  /**
   * Weaves the test as it is and runs its setup.
   *
   * @throws Refused if the test cannot be set up
   */
  public WovenTest(StressTest test, ClassLoader classes, int loopBound) {
    this(test, classes, loopBound, Modes.DECLARED);
  }

  /**
   * Weaves the test and runs its setup.
   *
   * @param modes what becomes of the access modes in it
   * @throws Refused if the test cannot be set up
   */
  public WovenTest(StressTest test, ClassLoader classes, int loopBound, Modes modes) {
    if (test.refusal() != null) {
      throw new Refused(test.refusal());
    }
    this.test = test;
    recorder = new Recorder(Site::here, modes);
    WeavingLoader loader = new WeavingLoader(classes);
    machine = new Machine(loader, recorder, loopBound);
    machine.enter();
    try {
      Class<?> type = loader.own(test.className());
      Class<?> stateType = loader.own(test.stateClass());
      for (TestMethod actor : test.actors()) {
        actors.add(method(type, actor));
      }
      if (test.signal() != null) {
        actors.add(method(type, test.signal()));
      }
      if (test.arbiter() != null) {
        arbiter = method(type, test.arbiter());
      }
      state = create(stateType);
      instance = type == stateType ? state : create(type);
      Class<?> resultType = resultType(new TestReader(classes));
      result = resultType == null ? null : create(resultType);
      if (result != null) {
        toString = resultType.getMethod("toString");
        toString.setAccessible(true);
      }
      machine.endSetup();
    } catch (InvocationTargetException e) {
      machine.refuseFault("setup", e.getCause());
      throw new Refused("setup failed: " + described(e));
    } catch (ReflectiveOperationException | LinkageError e) {
      machine.refuseFault("setup", e);
      throw new Refused("cannot be loaded: " + described(e));
    } finally {
      machine.leave();
    }
  }

  /** What went wrong in the end, and in which line of the test. */
  private static String described(Throwable thrown) {
    Throwable t = thrown;
    while (t.getCause() != null) {
      t = t.getCause();
    }
    Frame where = Site.of(t);
    return t + (where == null ? "" : ", at " + where);
  }

  private static Object create(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static Method method(Class<?> type, TestMethod sought) {
    for (Method m : type.getDeclaredMethods()) {
      if (m.getName().equals(sought.name())
          && Type.getMethodDescriptor(m).equals(sought.descriptor())) {
        m.setAccessible(true);
        return m;
      }
    }
    throw new IllegalStateException(type + " has no method " + sought);
  }

  private Class<?> resultType(TestReader reader) {
    List<Method> methods = new ArrayList<>(actors);
    if (arbiter != null) {
      methods.add(arbiter);
    }
    for (Method m : methods) {
      for (Class<?> p : m.getParameterTypes()) {
        if (!p.getName().equals(test.stateClass()) && reader.isResult(p.getName())) {
          return p;
        }
      }
    }
    return null;
  }

  public Recorder recorder() {
    return recorder;
  }

  public Machine machine() {
    return machine;
  }

  /** The object in which the actors put what they come to; null if the test has none. */
  public Object result() {
    return result;
  }

  /** The object of the test's state class. */
  public Object state() {
    return state;
  }

  /** What the number of a location stands for. */
  public Location location(int location) {
    return machine.location(location);
  }

  /** Whether any location so far is a long or double. */
  public boolean hasWide() {
    return !machine.wide().isEmpty();
  }

  /** Whether a location is a long or double. */
  public boolean isWide(int location) {
    return machine.wide().get(location);
  }

  /** What bits in a location stand for. */
  public Value value(int location, long bits) {
    return machine.value(location, bits);
  }

  /** The name of a thread: its method's. */
  public String threadName(int thread) {
    return actors.get(thread).getName();
  }

  @Override
  public int threads() {
    return actors.size();
  }

  @Override
  public long initial(int location) {
    return machine.initial(location);
  }

  @Override
  public void run(int thread, Recorder memory) throws Stop {
    Method actor = actors.get(thread);
    run(() -> invoke(actor, instance, arguments(actor)), false);
  }

  private Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(p -> p.isInstance(state) ? state : result)
        .toArray();
  }

  private Object run(Machine.Code code, boolean epilogue) throws Stop {
    machine.enter();
    try {
      return machine.run(code, epilogue);
    } finally {
      machine.leave();
    }
  }

  /** Calls a method of the test inside the machine; what it throws is the end of the thread. */
  private Object invoke(Method method, Object receiver, Object... arguments) throws Stop {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw failed(method.getName(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Stop failed(String name, Throwable thrown) throws Stop {
    if (thrown instanceof Stop stop) {
      return stop;
    }
    if (thrown instanceof Refused || thrown instanceof NotDeterministic) {
      throw (RuntimeException) thrown;
    }
    machine.refuseFault(name, thrown);
    return recorder.fail(Failure.of(name, machine.said(thrown)));
  }

  /** The arbiter, and then what the result says of itself: as jcstress does, in final memory. */
  @Override
  public Object conclude(Recorder memory) throws Stop {
    return unique(run(this::outcome, true));
  }

  private Object outcome() throws Stop {
    if (arbiter != null) {
      invoke(arbiter, instance, arguments(arbiter));
    }
    return result == null ? TERMINATED : machine.outcome(String.valueOf(invoke(toString, result)));
  }

  @Override
  public Object failed(List<Ending> endings) {
    return unique(Failure.of(endings, this::threadName));
  }

  /**
   * The same actors, and in place of the arbiter and the result a question: what a method without
   * parameters says, of a collection each element as a string.
   */
  public Program asking(Object object, Method method) {
    return new Program() {
      @Override
      public int threads() {
        return WovenTest.this.threads();
      }

      @Override
      public void run(int thread, Recorder memory) throws Stop {
        WovenTest.this.run(thread, memory);
      }

      @Override
      public long initial(int location) {
        return WovenTest.this.initial(location);
      }

      @Override
      public Object failed(List<Ending> endings) {
        return WovenTest.this.failed(endings);
      }

      @Override
      public Object conclude(Recorder memory) throws Stop {
        return unique(WovenTest.this.run(() -> strings(invoke(method, object)), true));
      }
    };
  }

  private static List<String> strings(Object answer) {
    return answer instanceof Collection<?> many
        ? many.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(answer));
  }

  private Object unique(Object outcome) {
    return outcomes.computeIfAbsent(outcome, o -> o);
  }
}
