// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

/**
 * What takes a CPU from what it does, once, does something on it to its end, and gives it back.
 *
 * @param by which of the two that can
 */
public record Intrusion(By by, Operation does) {
  /** By what a CPU is taken. */
  public enum By {
    /** An interrupt: wherever interrupts are on. */
    INTERRUPT("irq:"),

    /**
     * Another process: wherever interrupts are on and {@code preempt_count} is 0. It does not sleep
     * until the first would have to go on.
     */
    PROCESS("proc:");

    private final String text;

    By(String text) {
      this.text = text;
    }

    private boolean may(Operation.Kind kind) {
      return this == INTERRUPT ? kind.inInterrupt : kind.inProcess;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * @throws IllegalArgumentException if it must not do that
   */
  public Intrusion {
    if (!by.may(does.kind())) {
      throw new IllegalArgumentException(
          does.kind()
              + (by == By.INTERRUPT
                  ? " is not done in an interrupt"
                  : " is not done by a second process"));
    }
  }

  @Override
  public String toString() {
    return by + " " + does;
  }
}
