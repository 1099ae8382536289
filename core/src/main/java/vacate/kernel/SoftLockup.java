// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

/**
 * A CPU has been spinning for longer than {@link Timer#SOFT_LOCKUP}: a lock that is never freed.
 */
public final class SoftLockup extends KernelBug {
  private static final long serialVersionUID = 1L;

  SoftLockup() {
    super("soft_lockup", "a lock was never released");
  }
}
