// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.lang.reflect.InvocationTargetException;
import vacate.explorer.heap.SetupThread;
import vacate.explorer.search.NotDeterministic;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/** Setup that is a thread of the program, behind the actors, which wait for its end. */
record ActedSetup(TestInstance instance, SetupThread thread) implements TestObjects {
  static ActedSetup of(TestInstance instance, SetupThread thread)
      throws ReflectiveOperationException {
    instance.makeResult();
    instance.initialize();
    return new ActedSetup(instance, thread);
  }

  /** What the thread does. */
  void run() throws Stop {
    try {
      Object state = instance.makeState();
      thread.ends(state, instance.makeTest(state));
    } catch (ReflectiveOperationException e) {
      throw thrown(e instanceof InvocationTargetException ? e.getCause() : e);
    }
  }

  private Stop thrown(Throwable t) throws Stop {
    if (t instanceof Stop stop) {
      return stop;
    }
    if (t instanceof Refused || t instanceof NotDeterministic) {
      throw (RuntimeException) t;
    }
    return thread.fails(t);
  }

  @Override
  public BoundMethod actor(int actor) throws Stop, IllegalAccessException {
    Object state = thread.state();
    return instance.actor(actor, test(state), state);
  }

  @Override
  public BoundMethod arbiter() throws Stop, IllegalAccessException {
    Object state = thread.state();
    return instance.arbiter(test(state), state);
  }

  private Object test(Object state) throws Stop {
    return instance.isItsState() ? state : thread.test();
  }

  @Override
  public Object state() {
    return null;
  }
}
