// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

/**
 * Which thread of the program is started by whom: actors come first, then what they, the arbiter
 * and setup may start, then what those that actors have started may start, and so on; the arbiter
 * is behind them all.
 */
final class Offspring {
  private static final int ROOTS_BESIDES = 2;

  private final int actors;
  private final int[] each;

  /** Where each generation begins. */
  private final int[] begin;

  /**
   * @param actors how many there are
   * @param each how many threads each may start, by generation
   */
  Offspring(int actors, int... each) {
    this.actors = actors;
    this.each = each.clone();
    begin = new int[each.length + 1];
    begin[0] = actors;
    int parents = actors;
    for (int g = 0; g < each.length; g++) {
      int besides = g == 0 ? ROOTS_BESIDES : 0;
      begin[g + 1] = begin[g] + (parents + besides) * each[g];
      parents *= each[g];
    }
  }

  /** How many may be started, in all. */
  int most() {
    return arbiter() - actors;
  }

  /** The arbiter is a thread, too, where others may go on. */
  int arbiter() {
    return begin[each.length];
  }

  /** Whether anybody may start one. */
  boolean isAny() {
    return most() > 0;
  }

  /** How many a thread may start. */
  int of(int starter) {
    int generation = generation(starter);
    boolean ofActors = generation != 1 || starter < actors + actors * each[0];
    return ofActors && generation < each.length ? each[generation] : 0;
  }

  /** How many setup may start. */
  int ofSetup() {
    return each[0];
  }

  /** The one that a thread starts after so many others. */
  int number(int starter, int before) {
    int generation = generation(starter);
    int parent =
        generation > 0 ? starter - begin[generation - 1] : starter < actors ? starter : actors;
    return begin[generation] + parent * each[generation] + before;
  }

  /** The one that setup starts after so many others. */
  int numberOfSetup(int before) {
    return actors + (actors + 1) * each[0] + before;
  }

  /** 0 for who is started by nobody. */
  private int generation(int thread) {
    if (thread < actors || thread == arbiter()) {
      return 0;
    }
    int generation = 1;
    while (thread >= begin[generation]) {
      generation++;
    }
    return generation;
  }
}
