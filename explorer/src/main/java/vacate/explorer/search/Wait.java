// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/**
 * Whether the waits of an execution would end.
 *
 * @param length how long the threads wait that wait
 * @param location of a plain read on whose repetition it depends that they go on; else -1
 */
public record Wait(Length length, int location) {
  /** How long. */
  public enum Length {
    /** Some thread would go on, if it read again. */
    ENDS,
    /** They would go on if each read is done again; a compiler may do a plain one only once. */
    ENDS_IF_READS_ARE_REPEATED,
    /** Every awaited read already sees the newest write. */
    FOR_EVER
  }

  static final Wait ENDS = new Wait(Length.ENDS, -1);
  static final Wait FOR_EVER = new Wait(Length.FOR_EVER, -1);

  /** Whether no thread would ever go on, however often it reads. */
  public boolean isForEver() {
    return length == Length.FOR_EVER;
  }
}
