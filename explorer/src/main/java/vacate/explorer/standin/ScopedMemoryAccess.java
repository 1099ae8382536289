// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/**
 * Stands for what buffers of the JDK access their bytes by. Calls of its methods are woven to hooks
 * wherever they are.
 */
public final class ScopedMemoryAccess {
  private static final ScopedMemoryAccess INSTANCE = new ScopedMemoryAccess();

  private ScopedMemoryAccess() {}

  public static ScopedMemoryAccess getScopedMemoryAccess() {
    return INSTANCE;
  }
}
