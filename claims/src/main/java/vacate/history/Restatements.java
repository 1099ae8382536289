// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import static java.util.Map.entry;
import static vacate.claim.Claim.C1;
import static vacate.claim.Claim.C10;
import static vacate.claim.Claim.C12;
import static vacate.claim.Claim.C13;
import static vacate.claim.Claim.C14;
import static vacate.claim.Claim.C15;
import static vacate.claim.Claim.C16;
import static vacate.claim.Claim.C17;
import static vacate.claim.Claim.C18;
import static vacate.claim.Claim.C19;
import static vacate.claim.Claim.C2;
import static vacate.claim.Claim.C3;
import static vacate.claim.Claim.C4;
import static vacate.claim.Claim.C5;
import static vacate.claim.Claim.C6;
import static vacate.claim.Claim.C7;
import static vacate.claim.Claim.C8;
import static vacate.claim.Claim.C9;
import static vacate.revision.Revision.CORRECTED_20070831;
import static vacate.revision.Revision.CORRECTED_20070831_RECLAIMABLE;
import static vacate.revision.Revision.CORRECTED_20071106;
import static vacate.revision.Revision.CORRECTED_20071128;
import static vacate.revision.Revision.CORRECTED_20080215;
import static vacate.revision.Revision.CORRECTED_20170307;
import static vacate.revision.Revision.CORRECTED_20171227;
import static vacate.revision.Revision.CORRECTED_2019;
import static vacate.revision.Revision.POSTED_20070831;
import static vacate.revision.Revision.POSTED_20070831_RECLAIMABLE;
import static vacate.revision.Revision.POSTED_20071106;
import static vacate.revision.Revision.POSTED_20071128;
import static vacate.revision.Revision.POSTED_20080215;
import static vacate.revision.Revision.POSTED_20170307;
import static vacate.revision.Revision.POSTED_20171227;
import static vacate.revision.Revision.POSTED_2019;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vacate.claim.Claim;
import vacate.revision.Revision;

/**
 * The claims of June 2007 in all versions: which steps each is about. What is not named here is
 * about the steps of the same names.
 */
public final class Restatements {
  private static final String ONE_REFERENCE =
      "a slab that is new has one reference, and is left alone (N1)";

  private static final Restatement AS_WORDED = new Restatement.AsWorded();

  private static final Map<Revision, Approach> APPROACHES = new EnumMap<>(Revision.class);

  static {
    Set.of(
            POSTED_20070831,
            POSTED_20070831_RECLAIMABLE,
            POSTED_20071106,
            CORRECTED_20070831,
            CORRECTED_20070831_RECLAIMABLE,
            CORRECTED_20071106)
        .forEach(r -> APPROACHES.put(r, Approach.ISOLATED));
    Set.of(POSTED_20071128, POSTED_20080215, CORRECTED_20071128, CORRECTED_20080215)
        .forEach(r -> APPROACHES.put(r, Approach.BY_LIST));
    Set.of(
            POSTED_20170307,
            POSTED_20171227,
            POSTED_2019,
            CORRECTED_20170307,
            CORRECTED_20171227,
            CORRECTED_2019)
        .forEach(r -> APPROACHES.put(r, Approach.BY_COUNTERS));
  }

  private static final Map<Approach, Map<Claim, Restatement>> BY_APPROACH =
      Map.of(
          Approach.BY_PAGE,
          Map.of(),
          Approach.ISOLATED,
          Map.of(
              C5,
              restated(
                  "While isolate holds its reference, and then while the slab is frozen for reclaim,"
                      + " the page is not used for anything else."),
              C14,
              restated(
                  "Reclaim counts a slab as freed only if no object is left in it and it is given up."),
              C15,
              restated(
                  "From isolate's or shrink's unlock to reclaim's last lock the frozen slab is not"
                      + " discarded and gives no objects; inuse only falls.")),
          Approach.BY_LIST,
          Map.of(
              C1,
              restated(
                  "Under the slab lock, inuse > 0 of a slab that shrink met on the list means that it is"
                      + " set up and not being discarded."),
              C2,
              not("nobody looks for PageSlab"),
              C3,
              not("nobody looks for PageSlab"),
              C4,
              not("nobody takes a reference"),
              C5,
              restated(
                  "While a slab is frozen for reclaim, its page is not used for anything else."),
              C6,
              not("nobody looks for PageSlab"),
              C8,
              not("nobody looks for PageSlab"),
              C9,
              not("an empty slab is what shrink frees"),
              C13,
              not("a slab is met on the list that it is taken from"),
              C15,
              restated(
                  "From shrink's unlock to reclaim's last lock the frozen slab is not discarded and gives"
                      + " no objects; inuse only falls.")),
          Approach.BY_COUNTERS,
          Map.ofEntries(
              entry(
                  C1,
                  restated(
                      "Under the slab lock, inuse > 0 of a slab that shrink met on the list means that it"
                          + " is set up and not being discarded.")),
              entry(C2, not("nobody looks for PageSlab")),
              entry(C3, not("nobody looks for PageSlab")),
              entry(C4, not("nobody takes a reference")),
              entry(
                  C5,
                  restated(
                      "While a slab is frozen for shrink, its page is not used for anything else.")),
              entry(C6, not("nobody looks for PageSlab")),
              entry(C8, not("nobody looks for PageSlab")),
              entry(C9, not("an empty slab is what shrink frees")),
              entry(C10, not("inuse is changed by cmpxchg_double, and no text says otherwise")),
              entry(
                  C12,
                  restated(
                      "While shrink holds the slab lock nobody else changes freelist, counters or place"
                          + " on a list.")),
              entry(C13, not("a slab is met on the list that it is taken from")),
              entry(C14, not("what shrink counts as freed no scenario tells")),
              entry(
                  C15,
                  restated(
                      "From shrink's unlock to its last lock the frozen slab is not discarded and gives no"
                          + " objects; inuse only falls.")),
              entry(
                  C16, restated("At the end of shrink the slab is freed or on the partial list.")),
              entry(C18, not("the comment leaves the slab lock to caches that are debugged")),
              entry(
                  C19,
                  restated("frozen is set and cleared while nobody else changes the counters."))));

  /** Of one version alone, whatever its approach. */
  private static final Map<Revision, Map<Claim, Restatement>> OWN =
      Map.of(
          POSTED_20071106,
          Map.of(
              C2,
              not(ONE_REFERENCE),
              C3,
              not(ONE_REFERENCE),
              C6,
              not(ONE_REFERENCE),
              C8,
              not("it looks for PageSlab in the processor's word (N2)"),
              C9,
              not("it gives up before it looks at inuse (N2)"),
              C13,
              not("isolate takes nothing off a list (N2)"),
              C14,
              not("reclaim dies before it counts (N3)"),
              C16,
              not("reclaim dies before it comes to the end (N3)"),
              C17,
              not("reclaim dies before it calls get (N3)")),
          POSTED_20071128,
          Map.of(C14, not("what shrink counts as freed no scenario tells")),
          POSTED_20080215,
          Map.of(C14, not("what shrink counts as freed no scenario tells")));

  private Restatements() {}

  private static Restatement restated(String sentence) {
    return new Restatement.Restated(sentence);
  }

  private static Restatement not(String because) {
    return new Restatement.NotMade(because);
  }

  /** How a revision comes to a slab; one that was not posted as the patch of June. */
  public static Approach approach(Revision revision) {
    return APPROACHES.getOrDefault(revision, Approach.BY_PAGE);
  }

  /** What a claim is about in a revision; in one that was not posted as in the patch of June. */
  public static Restatement of(Revision revision, Claim claim) {
    if (claim == C7) {
      return not("it is about what would be without a barrier");
    }
    Restatement own = OWN.getOrDefault(revision, Map.of()).get(claim);
    return own != null ? own : BY_APPROACH.get(approach(revision)).getOrDefault(claim, AS_WORDED);
  }
}
