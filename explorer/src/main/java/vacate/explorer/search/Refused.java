// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/**
 * The program does something that the explorer does not understand; the message says what and
 * where.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean asksForThreads;

  public Refused(String message) {
    this(message, false);
  }

  /**
   * @param asksForThreads whether it would be understood if threads might be started
   */
  public Refused(String message, boolean asksForThreads) {
    super(message);
    this.asksForThreads = asksForThreads;
  }

  /** Whether it would be understood if threads might be started. */
  public boolean asksForThreads() {
    return asksForThreads;
  }
}
