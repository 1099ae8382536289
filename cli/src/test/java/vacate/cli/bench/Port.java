// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench;

import java.util.Locale;
import vacate.stress.protocol.P01_AllocVacateFresh;
import vacate.stress.protocol.P09_FreeVacateNotLast;
import vacate.stress.protocol.P10_FreeFree;
import vacate.stress.protocol.P11_AllocFree;
import vacate.stress.protocol.P12_VacateVacate;
import vacate.stress.protocol.P18_AllocAlloc;
import vacate.stress.protocol.P19_AllocFreeVacateFull;

/**
 * What is measured on the port: every pair and the triple of alloc, free and vacate, one operation
 * each.
 */
public enum Port {
  ALLOC_ALLOC(P18_AllocAlloc.Posted.class, P18_AllocAlloc.Corrected.class, null),
  ALLOC_FREE(P11_AllocFree.Posted.class, P11_AllocFree.Corrected.class, "alloc-free-partial"),
  ALLOC_VACATE(
      P01_AllocVacateFresh.Posted.class,
      P01_AllocVacateFresh.Corrected.class,
      "alloc-vacate-fresh"),
  FREE_FREE(P10_FreeFree.Posted.class, P10_FreeFree.Corrected.class, "free-free"),
  FREE_VACATE(
      P09_FreeVacateNotLast.Posted.class,
      P09_FreeVacateNotLast.Corrected.class,
      "free-vacate-not-last"),
  VACATE_VACATE(P12_VacateVacate.Posted.class, P12_VacateVacate.Corrected.class, "vacate-vacate"),
  ALLOC_FREE_VACATE(
      P19_AllocFreeVacateFull.Posted.class,
      P19_AllocFreeVacateFull.Corrected.class,
      "alloc-free-vacate");

  /** Each in two revisions and under four models. */
  static final int CELLS = 56;

  /** As posted. */
  public final Class<?> posted;

  /** As corrected. */
  public final Class<?> corrected;

  /** What Lincheck's scenario of the same operations on the same scene is called, or null. */
  final String pair;

  Port(Class<?> posted, Class<?> corrected, String pair) {
    this.posted = posted;
    this.corrected = corrected;
    this.pair = pair;
  }

  /** What each CPU does. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace("_", " ‖ ");
  }
}
