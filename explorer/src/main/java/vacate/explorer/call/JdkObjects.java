// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import vacate.explorer.heap.Faults;
import vacate.explorer.heap.Functions;
import vacate.explorer.heap.Identity;
import vacate.explorer.heap.Initializers;
import vacate.explorer.heap.Run;

/** Objects of the JDK that the program makes, or gets from a call. */
public final class JdkObjects {
  private final Run run;
  private final Identity identity;
  private final Functions functions;
  private final Initializers initializers;
  private final Faults faults;

  public JdkObjects(
      Run run, Identity identity, Functions functions, Initializers initializers, Faults faults) {
    this.run = run;
    this.identity = identity;
    this.functions = functions;
    this.initializers = initializers;
    this.faults = faults;
  }

  /** One came out of its constructor, or out of a call with these arguments. */
  public void made(Object o, Object... of) {
    faults.made(o);
    if (!run.isRunning()) {
      initializers.constructed(o);
    } else if (o != null && identity.known(o) < 0) {
      identity.madeLocally(o);
      functions.made(o, of);
    }
  }
}
