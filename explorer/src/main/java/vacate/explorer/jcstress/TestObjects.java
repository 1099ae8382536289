// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.List;
import vacate.explorer.search.Stop;

/** What the constructors of a test make, and its methods on that. */
interface TestObjects {
  /** An actor, with whatever it has to wait for. */
  BoundMethod actor(int actor) throws Stop, IllegalAccessException;

  /** The arbiter, after all actors. */
  BoundMethod arbiter() throws Stop, IllegalAccessException;

  /** The object of the test's state; null if that is not the same in all executions. */
  Object state();

  /** Setup that is over before any thread of the program runs. */
  record Done(Object state, List<BoundMethod> actors, BoundMethod arbiter) implements TestObjects {
    static Done of(TestInstance instance) throws ReflectiveOperationException {
      Object state = instance.makeState();
      Object test = instance.makeTest(state);
      instance.makeResult();
      BoundMethod[] actors = new BoundMethod[instance.actors()];
      for (int i = 0; i < actors.length; i++) {
        actors[i] = instance.actor(i, test, state);
      }
      return new Done(
          state, List.of(actors), instance.hasArbiter() ? instance.arbiter(test, state) : null);
    }

    @Override
    public BoundMethod actor(int actor) {
      return actors.get(actor);
    }
  }
}
