// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.ArrayList;
import java.util.List;
import vacate.history.PostedVersion;
import vacate.scene.Scenario;

/**
 * The scenarios in which the claims are put to every version: two CPUs with one operation each, the
 * same for all of 2007 and 2008, of which one vacates or shrinks. The page is in any state, full
 * also with objects that cannot be kicked; the cache has no flags, or tracks its users, or has four
 * objects in a slab, so that one in use is the quarter from which {@code kmem_cache_shrink} vacates
 * since August 2007. In a cache of the first kind there may be a stray reference to the page,
 * without which November 2007 isolates next to nothing.
 *
 * <p>Not among them: two vacates of a full slab of four objects, or of one to which there is a
 * reference, and caches that are destroyed meanwhile. They take long; what becomes of a destroyed
 * cache the defects tell.
 *
 * <p>Since 2017 no page is vacated, and a partial slab that has the list for itself is not looked
 * at: there one shrinks, and another slab may be on the list.
 */
public final class HistoricBound {
  private static final String MANY = "objects(4) ";

  /** Of the cache and what it puts in a slab. */
  private static final List<String> CACHES = List.of("", "store_user ", MANY);

  private static final List<String> SHAPES =
      List.of("fresh", "cpu_slab", "partial", "full", "full pinned(0) pinned(1)", "kept");

  private static final List<String> SHAPES_SINCE_2017 =
      List.of("fresh", "cpu_slab", "partial", "partial pinned(0)", "full", "kept");

  private static final List<String> BESIDE = List.of("", " second");

  private static final String VACATE = "vacate";
  private static final String SHRINK = "shrink";

  private HistoricBound() {}

  /** Those in which the claims are put to a version, always in the same order. */
  public static List<Scenario> scenarios(PostedVersion version) {
    return PostedVersion.onCounters().contains(version) ? since2017() : scenarios();
  }

  private static List<Scenario> since2017() {
    List<Scenario> all = new ArrayList<>();
    for (String cache : CACHES) {
      for (String shape : SHAPES_SINCE_2017) {
        for (String beside : BESIDE) {
          for (String first : operations(shape)) {
            for (String second : operations(shape)) {
              boolean vacates = first.equals(VACATE) || second.equals(VACATE);
              if (!vacates && isAsked(shape, first, second)) {
                all.add(Scenario.parse(cache + shape + beside + ": " + first + " | " + second));
              }
            }
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** All of those of 2007 and 2008, always in the same order. */
  public static List<Scenario> scenarios() {
    List<Scenario> all = new ArrayList<>();
    for (String cache : CACHES) {
      for (String shape : SHAPES) {
        for (String first : operations(shape)) {
          for (String second : operations(shape)) {
            if (isAsked(shape, first, second) && !isTooLarge(cache, shape, first, second)) {
              all.add(Scenario.parse(cache + shape + ": " + first + " | " + second));
            }
            if (cache.isEmpty() && hasReference(shape, first, second)) {
              all.add(Scenario.parse(shape + " referenced: " + first + "; put | " + second));
            }
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<String> operations(String shape) {
    List<String> operations = new ArrayList<>(List.of("alloc", VACATE, SHRINK));
    if (!shape.equals("fresh") && !shape.equals("kept")) {
      operations.add("free(0)");
    }
    return operations;
  }

  /** CPU 0 is like the other where it neither has the slab nor makes it. */
  private static boolean isAsked(String shape, String first, String second) {
    boolean vacates = first.equals(VACATE) || second.equals(VACATE);
    boolean shrinks = first.equals(SHRINK) || second.equals(SHRINK);
    boolean alike = !shape.equals("fresh") && !shape.equals("cpu_slab");
    return (vacates || shrinks) && !(alike && first.compareTo(second) > 0);
  }

  /** Two vacates that meet at the most objects. */
  private static boolean isTooLarge(String cache, String shape, String first, String second) {
    return cache.equals(MANY)
        && shape.startsWith("full")
        && first.equals(VACATE)
        && second.equals(VACATE);
  }

  /** Of a page that is free nobody has one. */
  private static boolean hasReference(String shape, String first, String second) {
    return isAsked(shape, first, second)
        && !shape.equals("fresh")
        && !isTooLarge(MANY, shape, first, second)
        && (first.equals(VACATE) || second.equals(VACATE));
  }
}
