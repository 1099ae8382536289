// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/** A thread for which the JVM has no thread of the machine: to the memory model that is one. */
final class VirtualThread extends Thread {
  VirtualThread(Runnable task, String name) {
    super(task, name);
  }
}
