// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear.play;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** How many of its calls a thread has come back from, as others learn it. */
final class Returned {
  private static final VarHandle CALLS;

  private int calls;

  static {
    try {
      CALLS = MethodHandles.lookup().findVarHandle(Returned.class, "calls", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  void tell(int number) {
    CALLS.setRelease(this, number);
  }

  int ask() {
    return (int) CALLS.getAcquire(this);
  }
}
