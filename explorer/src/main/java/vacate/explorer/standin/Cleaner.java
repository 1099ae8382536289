// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import vacate.explorer.hook.JdkHooks;

/**
 * Stands for {@link java.lang.ref.Cleaner} in woven code: what it is to do is done by who says so,
 * as nothing is ever collected.
 */
public final class Cleaner {
  private static final class Cleaning implements java.lang.ref.Cleaner.Cleanable {
    private static final VarHandle ACTION;

    static {
      try {
        ACTION = MethodHandles.lookup().findVarHandle(Cleaning.class, "action", Runnable.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private Runnable action;

    Cleaning(Runnable action) {
      this.action = action;
    }

    @Override
    public void clean() {
      Runnable once = (Runnable) ACTION.getAndSet(this, null);
      if (once != null) {
        once.run();
      }
    }
  }

  private Cleaner() {}

  public static Cleaner create() {
    return new Cleaner();
  }

  public java.lang.ref.Cleaner.Cleanable register(Object object, Runnable action) {
    Objects.requireNonNull(object);
    JdkHooks.refersWeakly();
    return new Cleaning(Objects.requireNonNull(action));
  }
}
