// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.standin;

/** Stands for what gives the JDK's own code its cleaner. */
public final class CleanerFactory {
  private CleanerFactory() {}

  public static Cleaner cleaner() {
    return Cleaner.create();
  }
}
