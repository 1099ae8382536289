// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

/** How many bytes are alive in the search of executions of that length. */
record MemoryPoint(Memory.Family family, int events, long bytes) {
  /** Of a row that {@link Memory} tells. */
  static MemoryPoint of(String line) {
    String[] row = line.split("\t");
    return new MemoryPoint(
        Memory.Family.valueOf(row[0]), Integer.parseInt(row[1]), Long.parseLong(row[2]));
  }
}
