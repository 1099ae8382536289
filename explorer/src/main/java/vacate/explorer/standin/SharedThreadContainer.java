// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/**
 * Stands for what later JDKs keep the threads of an executor in, for who looks at the JVM from
 * outside.
 */
public final class SharedThreadContainer {
  private SharedThreadContainer() {}

  public static SharedThreadContainer create(String name) {
    return new SharedThreadContainer();
  }

  public void start(Thread thread) {
    thread.start();
  }

  public void close() {}
}
