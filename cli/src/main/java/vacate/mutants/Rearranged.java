// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

/**
 * Changes of order that no two neighbouring statements make, since a label lies between them that
 * others come to.
 */
enum Rearranged {
  PUT_BEFORE_KFREE(
      "vacate/slub/SlabVacate.vacateAndTell",
      "kmem_cache_vacate",
      "SlabVacate.java",
      "kfree; out2: put_page",
      "out2: put_page; kfree",
      "vacate.slub.SlabVacate.vacateAndTell: move release behind unpin");

  /** By internal name of its class. */
  final String method;

  final String function;
  final String place;
  final String what;
  final String to;

  /** As {@link vacate.explorer.weaken.Edit} reads it. */
  final String edit;

  Rearranged(String method, String function, String place, String what, String to, String edit) {
    this.method = method;
    this.function = function;
    this.place = place;
    this.what = what;
    this.to = to;
    this.edit = edit;
  }
}
