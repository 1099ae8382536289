// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Three locations with handles for every access mode. */
abstract class Cells {
  static final VarHandle X;
  static final VarHandle Y;
  static final VarHandle Z;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      X = lookup.findVarHandle(Cells.class, "x", int.class);
      Y = lookup.findVarHandle(Cells.class, "y", int.class);
      Z = lookup.findVarHandle(Cells.class, "z", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  int x;
  int y;
  int z;
}
