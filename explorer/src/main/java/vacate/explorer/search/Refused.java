// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/**
 * The program does something that the explorer does not understand; the message says what and
 * where.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean asksForThreads;

  private final transient Foreknowledge wanted;

  public Refused(String message) {
    this(message, false);
  }

  /**
   * @param asksForThreads whether it would be understood if threads might be started
   */
  public Refused(String message, boolean asksForThreads) {
    super(message);
    this.asksForThreads = asksForThreads;
    this.wanted = Foreknowledge.NOTHING;
  }

  /**
   * @param wanted it would be understood if that were known before
   */
  public Refused(String message, Foreknowledge wanted) {
    super(message);
    this.asksForThreads = false;
    this.wanted = wanted;
  }

  /** What would have to be known before. */
  public Foreknowledge wanted() {
    return wanted;
  }

  /** Whether it would be understood if threads might be started. */
  public boolean asksForThreads() {
    return asksForThreads;
  }
}
