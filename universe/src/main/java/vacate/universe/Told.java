// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import org.openjdk.jcstress.annotations.Result;

/** How what each CPU did has ended, and the machine after it: the words of a {@code Scene}. */
@Result
public final class Told {
  /** Between CPUs. */
  static final String COLUMN = ", ";

  /** Between what one CPU does. */
  static final String NEXT = "; ";

  public String cpu0;
  public String cpu1;
  public String cpu2;
  public String cpu3;
  public String machine;

  /** A column for each CPU that does something, and one for the machine. */
  @Override
  public String toString() {
    return column(cpu0) + column(cpu1) + column(cpu2) + column(cpu3) + machine;
  }

  private static String column(String told) {
    return told == null ? "" : told + COLUMN;
  }
}
