// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.List;

/**
 * The program does something that the explorer does not understand; the message says what and
 * where.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean asksForThreads;

  /** Never a list that another thread has. */
  private final transient List<String> late;

  public Refused(String message) {
    this(message, false);
  }

  /**
   * @param asksForThreads whether it would be understood if threads might be started
   */
  public Refused(String message, boolean asksForThreads) {
    super(message);
    this.asksForThreads = asksForThreads;
    this.late = List.of();
  }

  /**
   * @param late classes whose initialisers actors have set off: it would be understood if they were
   *     initialised before
   */
  public Refused(String message, List<String> late) {
    super(message);
    this.asksForThreads = false;
    this.late = List.copyOf(late);
  }

  /** The classes that would have to be initialised before the actors run; empty if none. */
  public List<String> late() {
    return late;
  }

  /** Whether it would be understood if threads might be started. */
  public boolean asksForThreads() {
    return asksForThreads;
  }
}
