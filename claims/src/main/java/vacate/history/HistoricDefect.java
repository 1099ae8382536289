// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import static vacate.history.Proof.from;
import static vacate.history.Proof.in;
import static vacate.revision.Revision.POSTED;
import static vacate.revision.Revision.POSTED_20070504;
import static vacate.revision.Revision.POSTED_20070504_FIX;
import static vacate.revision.Revision.POSTED_20070518;
import static vacate.revision.Revision.POSTED_20070707;
import static vacate.revision.Revision.POSTED_20070831;
import static vacate.revision.Revision.POSTED_20070831_RECLAIMABLE;
import static vacate.revision.Revision.POSTED_20071106;
import static vacate.revision.Revision.POSTED_20071128;
import static vacate.revision.Revision.POSTED_20080215;
import static vacate.revision.Revision.POSTED_20170307;
import static vacate.revision.Revision.POSTED_20171227;
import static vacate.revision.Revision.POSTED_2019;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vacate.revision.Revision;

/**
 * What was wrong with versions that were posted. Where the patch of June has it too, {@link
 * vacate.claim.Defect} tells of it under the same id.
 */
public enum HistoricDefect {
  VACATE_MASKS_NO_INTERRUPTS(
      "R1",
      "vacate holds the slab lock with interrupts on; a handler that frees into the slab spins for ever",
      Symptom.DEADLOCK,
      PostedVersion.RFC,
      "mended 48 minutes later, \"Fixes suggested by Andrew\"",
      in(Set.of(POSTED_20070504), new Probe("partial: vacate irq: free(0)", "deadlock"))),
  EMPTY_SLAB_STAYS_LOCKED(
      "R2",
      "a slab of the zaplist that is empty when its turn comes stays locked and frozen, on no list",
      Symptom.LEFT,
      PostedVersion.RFC,
      "no message tells of it; mended on 18 May by a goto out",
      in(
          from(POSTED_20070504, POSTED_20070504_FIX),
          new Probe(
              "objects(4) partial crowded: shrink | free(0)", "OK, FROZEN, (LOCK|FROZEN)_LEFT"))),
  EMPTY_SLAB_LEAVES_INTERRUPTS_OFF(
      "F1",
      "the fix restores interrupts on all ways but that of an empty slab, on which they stay off",
      Symptom.LEFT,
      PostedVersion.RFC_FIX,
      "no message tells of it; mended on 18 May by a goto out",
      in(
          Set.of(POSTED_20070504_FIX),
          new Probe(
              "objects(4) partial crowded: shrink; shrink | free(0)",
              "OK; [a-z_]+, FROZEN, .*|OK; OK, FROZEN, COMPLAINT"))),
  SHRINK_STOPS_WITH_A_LOCK(
      "R3",
      "shrink stops at a slab that is too full, and keeps its lock",
      Symptom.LEFT,
      PostedVersion.RFC,
      "no message tells of it; on 18 May it looks before it locks",
      in(
          from(POSTED_20070504, POSTED_20070504_FIX),
          new Probe("partial crowded: shrink", "OK, LOCK_LEFT"))),
  CALLBACKS_NOT_ASKED_FOR(
      "R4",
      "vacate calls get_reference of a cache that has none",
      Symptom.BUG,
      PostedVersion.RFC,
      "no message tells of it; on 18 May the callbacks are asked for before the slab is frozen",
      in(
          from(POSTED_20070504, POSTED_20070504_FIX),
          new Probe("partial noops: vacate", "__kmem_cache_vacate, .*"))),
  DEBUG_SET_UP_SKIPPED(
      "R5",
      "objects of a debug cache are set up before PG_error says that they are debugged",
      Symptom.DAMAGE,
      PostedVersion.RFC,
      "no message tells of it",
      new Proof.NotShown(
          "it hangs on the setup_object of the tree of 4 May, which was not confirmed; 2.6.22's goes"
              + " by the cache's flags.")),
  REFERENCE_LEAKED_ON_OOM(
      "m1",
      "without memory for the vector vacate keeps its page reference: the page is never free again",
      Symptom.LEAK,
      PostedVersion.MAY,
      "acknowledged in reply to the review 20070521141039.GA18474@skynet.ie (\"Ahh. Thanks. Will fix"
          + " that.\"); mended on 7 June by goto out2",
      in(
          Set.of(POSTED_20070518),
          new Probe("partial: nomem; vacate", "OK; NO_MEMORY=0, REFERENCE_WRONG"))),
  SORTED_SLABS_LOST(
      "M2",
      "shrink loses the slabs that it has sorted if empty ones behind them make the list short",
      Symptom.DAMAGE,
      PostedVersion.RFC,
      "in the sort of plain 2.6.22, too; since June the list is always spliced",
      in(
              from(POSTED_20070504, POSTED_20070518),
              new Probe("kept crowded: shrink", "OK, (NR_PARTIAL_WRONG|WRONG_LIST)"))
          .exceptOf(Because.NO_SORT, POSTED_20070831, POSTED_20070831_RECLAIMABLE)
          .exceptOf(Because.NO_SORT, POSTED_20071106, POSTED_20071128, POSTED_20080215)),
  ABORT_REPORTS_SUCCESS(
      "a",
      "vacate returns 1 when it gave up before it did anything",
      Symptom.ANSWER,
      PostedVersion.JUNE,
      "proposed in the review of 18 May as nicer, and accepted (\"Right. Done.\"); gone with isolate",
      in(from(POSTED, POSTED_20070707), new Probe("kept: vacate", "EMPTY=1, SLAB"))
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  KEPT_SLAB_REPORTS_SUCCESS(
      "a2",
      "an emptied slab counts as vacated though it stays a slab, on a short partial list",
      Symptom.ANSWER,
      PostedVersion.RFC,
      "no message tells of it; since 2017 an empty slab is always discarded",
      in(
              from(POSTED_20070504, POSTED_20070831_RECLAIMABLE),
              new Probe("full: vacate", "EMPTIED=1, SLAB"),
              new Probe("objects(5) full: vacate", "EMPTIED=1, SLAB"))
          .exceptOf(Because.COUNT_UNSEEN, POSTED_20071106, POSTED_20071128, POSTED_20080215)),
  STALE_NULL_CACHE(
      "b",
      "page->slab is read without the lock and may be NULL after PageSlab was seen",
      Symptom.ANSWER,
      PostedVersion.MAY,
      "came with the kmalloc, which must be before the lock; gone with isolate",
      in(
              from(POSTED_20070518, POSTED_20070707),
              new Probe("partial: free(0) | vacate", "DISCARDED, NO_CACHE=[01], .*"))
          .exceptOf("it is read under the lock (h1)", POSTED_20070831, POSTED_20070831_RECLAIMABLE)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  NULL_CACHE_UNDER_LOCK(
      "h1",
      "page->slab is read under the lock, of a slab that is being discarded: it may be NULL there, too",
      Symptom.OOPS,
      PostedVersion.RFC,
      "found by exploring: no message tells of it, nor did reading them; gone with isolate",
      in(
              Set.of(
                  POSTED_20070504,
                  POSTED_20070504_FIX,
                  POSTED_20070831,
                  POSTED_20070831_RECLAIMABLE),
              new Probe("partial: free(0) | vacate", "DISCARDED, oops, .*"))
          .against(
              "that it is read under the lock was taken for enough; discard_slab takes no lock",
              POSTED_20070504,
              POSTED_20070504_FIX,
              POSTED_20070831,
              POSTED_20070831_RECLAIMABLE)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  DYING_SLAB_REVIVED(
      "c",
      "discard_slab sets inuse to 0xffff while PageSlab is on; vacate puts the dying page on a list",
      Symptom.DAMAGE,
      PostedVersion.RFC,
      "no message tells of it; since 28 November 2007 nobody finds a slab by its page",
      in(
              from(POSTED_20070504, POSTED_20070831_RECLAIMABLE),
              new Probe("partial: free(0) | vacate", "DISCARDED, LEFTOVER=0, DEAD_PAGE_ON_LIST"))
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  DYING_SLAB_ISOLATED(
      "G1",
      "a dying slab is isolated: its one reference goes, or it is freed on the list of who reclaims it",
      Symptom.BUG,
      PostedVersion.AUGUST,
      "the window of dying-slab-revived, and no reference is held any more; no message tells of it",
      in(
              from(POSTED_20070831, POSTED_20070831_RECLAIMABLE),
              new Probe(
                  "partial: free(0) | vacate", "DISCARDED, kmem_cache_(isolate_slab|vacate), .*"))
          .exceptOf(Because.NO_ISOLATE, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.NO_ISOLATE, POSTED, POSTED_20070707)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  LOCK_BIT_LOST(
      "d1",
      "discard_slab's plain writes of the flags drop PG_locked; slab_unlock hits its BUG_ON",
      Symptom.BUG,
      PostedVersion.RFC,
      "no message tells of it; since 28 November 2007 nobody locks a slab that is being discarded",
      in(
              from(POSTED_20070504, POSTED_20070831_RECLAIMABLE),
              new Probe("partial: free(0) | vacate", "DISCARDED, bit_spin_unlock, REFERENCE_WRONG"))
          .exceptOf(Because.OTHER_LOCK, POSTED_20071106)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  LOCK_BIT_STUCK(
      "d2",
      "discard_slab's plain writes of the flags bring PG_locked back; the page is freed locked",
      Symptom.DAMAGE,
      PostedVersion.RFC,
      "no message tells of it; since 28 November 2007 nobody locks a slab that is being discarded",
      in(
              from(POSTED_20070504, POSTED_20070831_RECLAIMABLE),
              new Probe("partial: free(0) | vacate", "DISCARDED, EMPTY=[01], COMPLAINT"))
          .exceptOf(Because.OTHER_LOCK, POSTED_20071106)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  RECLAIMABLE_CLOBBERS_LOCK(
      "G4",
      "SlabReclaimable is cleared without the lock when PageSlab is off: PG_locked is lost, or comes back",
      Symptom.DAMAGE,
      PostedVersion.AUGUST_RECLAIMABLE,
      "no message tells of it; 2007-11-28 clears KICKABLE where nobody can lock",
      in(
              Set.of(POSTED_20070831_RECLAIMABLE),
              new Probe("partial: free(0) | vacate", "DISCARDED, GONE=0, COMPLAINT"))
          .exceptOf(Because.NO_FLAG, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.NO_FLAG, POSTED, POSTED_20070707, POSTED_20070831, POSTED_20071106)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  DEBUG_FLAG_CLOBBERS_LOCK(
      "d4",
      "new_slab sets SlabDebug after PageSlab, with a plain write, and drops or revives PG_locked",
      Symptom.BUG,
      PostedVersion.RFC,
      "no message tells of it; SlabReclaimable, which is set last and looked at first, closes it",
      in(
              from(POSTED_20070504, POSTED_20070831),
              new Probe("store_user fresh: alloc | vacate", "(PAGE, )?bit_spin_unlock, .*"))
          .exceptOf(Because.OTHER_LOCK, POSTED_20071106)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  NEW_SLAB_CLOBBERS_LOCK(
      "G3",
      "isolate takes the lock of a page that is made a slab again; new_slab's plain writes drop it",
      Symptom.BUG,
      PostedVersion.AUGUST,
      "from a first look at a page that nobody holds; no message tells of it",
      in(
              from(POSTED_20070831, POSTED_20070831_RECLAIMABLE),
              new Probe(
                  "partial: free(0); alloc | vacate", "DISCARDED; bit_spin_unlock, GONE=0, .*"))
          .exceptOf(Because.NO_ISOLATE, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.NO_ISOLATE, POSTED, POSTED_20070707)
          .exceptOf(Because.OTHER_LOCK, POSTED_20071106)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  PAGE_LOCK_TAKEN(
      "G2",
      "isolate looks at a page that nobody holds, and takes the page lock of who has it by then",
      Symptom.DEADLOCK,
      PostedVersion.AUGUST,
      "no message tells of it; the versions before, which take a reference first, do not have it",
      in(
              from(POSTED_20070831, POSTED_20071106),
              new Probe("partial: free(0); read | vacate", "DISCARDED; SLEEPS, .*"))
          .against(
              "that a page with one reference is left alone was expected to shut everybody else's page"
                  + " out (N1); one that is just free has none, and passes",
              POSTED_20071106)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  USE_AFTER_DESTROY(
      "g1",
      "kmem_cache_destroy frees the cache while vacate is at its last slab",
      Symptom.DAMAGE,
      PostedVersion.RFC,
      "no message tells of it; since 2017 such a slab makes destroy fail: a leak",
      in(
              from(POSTED_20070504, POSTED_20070831_RECLAIMABLE),
              Probe.alone(
                  "partial: destroy(0) | vacate", "OK, (get_node|spin_lock|spin_unlock), .*"))
          .exceptOf("nothing is isolated", POSTED_20071106)
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  COMPOUND_PAGE_BUG_ON(
      "j",
      "with DEBUG_VM, vacate of any slab of more than a page is a BUG in get_page_unless_zero",
      Symptom.BUG,
      PostedVersion.RFC,
      "no message tells of it; since 28 November 2007 nobody takes such a reference",
      in(
              from(POSTED_20070504, POSTED_20071106),
              new Probe("partial compound: vacate", "get_page_unless_zero, .*"),
              new Probe("partial referenced compound: vacate; put", "get_page_unless_zero, .*"))
          .exceptOf(Because.NO_CALL, POSTED_20071128, POSTED_20080215)),
  BITMAP_BEHIND_VECTOR(
      "J1",
      "the bitmap that the core puts behind the vector is behind the memory that vacate allocates",
      Symptom.DAMAGE,
      PostedVersion.JULY,
      "no message tells of it; the function is gone in the next version",
      in(Set.of(POSTED_20070707), new Probe("full: vacate", "EMPTIED=1, COMPLAINT"))),
  SCRATCH_LEAKED(
      "J2",
      "defrag loses its memory if a cache is being created or destroyed",
      Symptom.LEAK,
      PostedVersion.JULY,
      "no message tells of it; gone in August",
      in(Set.of(POSTED_20070707), new Probe("kept: destroy(0) | defrag", "OK, OK, KMALLOC_LEAK"))),
  SCRATCH_TOO_SMALL(
      "J3",
      "defrag allocates for the largest slab of all caches before it has slub_lock; a cache may come",
      Symptom.DAMAGE,
      PostedVersion.JULY,
      "no message tells of it; gone in August",
      new Proof.NotShown(
          "a cache that a scenario creates has no slabs that could be vacated;"
              + " Posted20070707Test plays one such interleaving by hand, and there it is so.")),
  SLABS_STAY_FROZEN(
      "G5",
      "without memory reclaim returns, and the slabs stay frozen on a list that is gone; K1 later",
      Symptom.LEFT,
      PostedVersion.AUGUST,
      "the failure is not discussed, only how to make it rare"
          + " (Pine.LNX.4.64.0711141956220.22549@schroedinger.engr.sgi.com); since 2017 slabs are put"
          + " back",
      in(
              from(POSTED_20070831, POSTED_20071128),
              new Probe("partial: nomem; vacate", "OK; NO_MEMORY=0, FROZEN_LEFT"),
              new Probe("objects(4) partial: nomem; shrink", "OK; OK, FROZEN_LEFT"))
          .exceptOf(Because.CORE_UNREAD, POSTED_20080215)
          .alsoOf(POSTED_20170307, POSTED_20171227, POSTED_2019)),
  EMPTY_SLABS_STILL_COUNTED(
      "G6",
      "shrink frees an empty slab and does not count nr_partial down",
      Symptom.DAMAGE,
      PostedVersion.AUGUST,
      "no message tells of it; mended on 28 November 2007",
      in(from(POSTED_20070831, POSTED_20071106), new Probe("kept: shrink", "OK, NR_PARTIAL_WRONG"))
          .exceptOf(Because.CORE_UNREAD, POSTED_20080215)),
  EMPTY_SLAB_SKIPPED(
      "G7",
      "shrink skips an empty slab whose objects could not be kicked before; K2 later",
      Symptom.NOTHING,
      PostedVersion.AUGUST_RECLAIMABLE,
      "no message tells of it",
      in(
              EnumSet.of(POSTED_20070831_RECLAIMABLE, POSTED_20071128, POSTED_20080215),
              new Probe(
                  "partial kick(none): vacate; alloc; free(own); free(0); shrink",
                  "LEFTOVER=0; PAGE; \\w+; \\w+; OK, SLAB"),
              new Probe(
                  "objects(4) partial kick(none): shrink; alloc; free(own); free(0); shrink",
                  "OK; PAGE; \\w+; \\w+; OK, SLAB"))
          .exceptOf(Because.NO_FLAG, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.NO_FLAG, POSTED, POSTED_20070707, POSTED_20070831, POSTED_20071106)),
  SCRATCH_SIZE_RACES(
      "G8",
      "shrink and isolate size their memory for the largest slab of all caches without slub_lock; K3 later",
      Symptom.DAMAGE,
      PostedVersion.AUGUST,
      "no message tells of it",
      new Proof.NotShown(
          "a cache that a scenario creates has no slabs that could be vacated, and"
              + " the second look at the largest slab is not ported.")),
  PRINTK_READS_A_FREED_PAGE(
      "G9",
      "a message for debugging reads page->slab->name after the reference is put",
      Symptom.OOPS,
      PostedVersion.AUGUST,
      "20070901014225.281378701@sgi.com, 26/26 of the series",
      new Proof.NotShown("the messages of 26/26 are not ported.")),
  UNLOCK_ERASES_FLAGS(
      "L1",
      "slab_unlock stores the flags as slab_lock had seen them, whatever others wrote meanwhile",
      Symptom.DAMAGE,
      PostedVersion.OCTOBER_LOCK,
      "no message tells of it",
      new Proof.NotShown(
          "there is no vacate in that version, so nobody else writes; in 2007-11-06 it is how N4, N6"
              + " and h2 come about.")),
  BUSY_SLAB_TAKEN_FOR_UNDEBUGGED(
      "L2",
      "validate_slab_slab prints that SlabDebug is not set where it could not get the lock",
      Symptom.ANSWER,
      PostedVersion.OCTOBER_LOCK,
      "no message tells of it",
      new Proof.NotShown("validate_slab_slab is not ported.")),
  UNLOCK_IS_NO_RELEASE(
      "L3",
      "slab_unlock has a write barrier, which lets loads pass it",
      Symptom.DAMAGE,
      PostedVersion.OCTOBER_LOCK,
      "200710311217.34162.nickpiggin@yahoo.com.au (\"Not in general.\"),"
          + " Pine.LNX.4.64.0710301124520.11531@schroedinger.engr.sgi.com (\"That does not happen\")",
      new Proof.NotShown(
          "what would come of it is load buffering, which is not explored; that a load may pass is told by"
              + " judge 'partial: free(0) | alloc' --model jmm in posted20071128, that none may on the bit"
              + " lock in posted20080215. Java keeps no dependencies, which the kernel's loads have.")),
  LOCK_HAMMERS(
      "L4",
      "slab_lock tries its cmpxchg without a pause",
      Symptom.NOTHING,
      PostedVersion.OCTOBER_LOCK,
      "no message tells of it",
      new Proof.NotShown("it is a matter of speed, and of that nothing is explored.")),
  NOTHING_IS_ISOLATED(
      "N1",
      "isolate leaves alone what has one reference, which is every slab that is in use",
      Symptom.NOTHING,
      PostedVersion.NOVEMBER_6,
      "no message tells of it; isolate is gone three weeks later",
      in(Set.of(POSTED_20071106), new Probe("full: vacate", "ONE_REFERENCE=0, SLAB"))),
  WRONG_WORD_TESTED(
      "N2",
      "isolate looks for the page's flags in the interrupt flags that it has saved",
      Symptom.NOTHING,
      PostedVersion.NOVEMBER_6,
      "no message tells of it; isolate is gone three weeks later. That the processor's word lets a"
          + " slab pass is left to Posted20071106Test",
      in(Set.of(POSTED_20071106), new Probe("full referenced: vacate; put", "GONE=0; OK, SLAB"))),
  FROZEN_SLAB_IS_A_BUG(
      "N3",
      "reclaim has its BUG_ON the wrong way round: every slab that shrink kicks is a BUG",
      Symptom.BUG,
      PostedVersion.NOVEMBER_6,
      "no message tells of it; mended on 28 November",
      in(
          Set.of(POSTED_20071106),
          new Probe("objects(4) partial: shrink", "kmem_cache_vacate, LOCK_LEFT"))),
  PAGESLAB_RESURRECTED(
      "N4",
      "isolate's unlock puts PageSlab back on a page that was discarded meanwhile",
      Symptom.DAMAGE,
      PostedVersion.NOVEMBER_6,
      "no message tells of it; isolate is gone three weeks later",
      in(
              Set.of(POSTED_20071106),
              new Probe(
                  "partial referenced: free(0) | vacate | put", "DISCARDED, GONE=0, OK, COMPLAINT"))
          .exceptOf(Because.BIT_LOCK, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.BIT_LOCK, POSTED, POSTED_20070707, POSTED_20070831)
          .exceptOf(Because.BIT_LOCK, POSTED_20070831_RECLAIMABLE, POSTED_20080215)),
  DYING_SLAB_PASSES_THE_WRONG_WORD(
      "N5",
      "the window of dying-slab-revived, if the processor's word lets the page pass",
      Symptom.BUG,
      PostedVersion.NOVEMBER_6,
      "no message tells of it",
      new Proof.NotShown(
          "the port's processor has the word of a get_page_unless_zero that was successful, which"
              + " lets no page pass.")),
  LIVE_SLAB_LOSES_PAGESLAB(
      "N6",
      "new_slab's flags, loaded early and stored late, and isolate's unlock: a live slab has no PageSlab",
      Symptom.DAMAGE,
      PostedVersion.NOVEMBER_6,
      "no message tells of it; isolate is gone three weeks later. It needs no stray reference, as it was"
          + " expected to: a page that is just free has none, and passes N1",
      in(
              Set.of(POSTED_20071106),
              new Probe(
                  "partial: free(0); alloc | vacate", "DISCARDED; PAGE, GONE=0, REFERENCE_WRONG"))
          .exceptOf(Because.BIT_LOCK, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.BIT_LOCK, POSTED, POSTED_20070707, POSTED_20070831)
          .exceptOf(Because.BIT_LOCK, POSTED_20070831_RECLAIMABLE, POSTED_20080215)),
  SLAB_BORN_LOCKED(
      "h2",
      "what new_slab loads early may be the word that isolate had locked: the slab is locked for ever",
      Symptom.DEADLOCK,
      PostedVersion.NOVEMBER_6,
      "found by exploring: no message tells of it, nor did reading them; isolate is gone three weeks"
          + " later",
      in(Set.of(POSTED_20071106), new Probe("partial: free(0); alloc | vacate", "deadlock"))
          .against(
              "the early load was expected to lose what is written meanwhile (N6), not to bring back"
                  + " a lock",
              POSTED_20071106)
          .exceptOf(Because.BIT_LOCK, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.BIT_LOCK, POSTED, POSTED_20070707, POSTED_20070831)
          .exceptOf(Because.BIT_LOCK, POSTED_20070831_RECLAIMABLE, POSTED_20080215)),
  FLAGS_OF_THE_PAGE_CACHE_LOST(
      "N7",
      "isolate's unlock also loses what the page cache writes to the flags of its page meanwhile",
      Symptom.DAMAGE,
      PostedVersion.NOVEMBER_6,
      "no message tells of it; isolate is gone three weeks later",
      new Proof.NotShown(
          "the page cache of a scenario writes no flag but PG_locked; that this is lost is G2.")),
  PARTLY_KICKED_SLAB_GIVEN_UP(
      "K4",
      "a kick that frees some objects counts as in vain, against the text of the patch",
      Symptom.NOTHING,
      PostedVersion.NOVEMBER_28,
      "the changelog of 20071114221023.535547035@sgi.com: \"not successful in reducing the number of"
          + " objects\"",
      in(
              from(POSTED_20071128, POSTED_20080215),
              new Probe(
                  "objects(8) full kick(one): free(2); free(3); free(4); free(5); free(6); free(7);"
                      + " shrink; shrink; shrink",
                  ".*; OK; OK; OK, SLAB"))
          .exceptOf(Because.NO_FLAG, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.NO_FLAG, POSTED, POSTED_20070707, POSTED_20070831, POSTED_20071106)),
  DYING_SLAB_MET_ON_LIST(
      "h3",
      "shrink meets a slab on the partial list that is being discarded",
      Symptom.DAMAGE,
      PostedVersion.NOVEMBER_28,
      "asked, since the versions of 28 November and later stand on its never being so; it is never so",
      in(
              Set.of(),
              new Probe("objects(4) partial: free(0) | shrink", "(?!([A-Z_]+, )*(SLAB|FREE)$).*"),
              new Probe("objects(4) partial: shrink | shrink", "(?!([A-Z_]+, )*(SLAB|FREE)$).*"),
              new Probe(
                  "store_user objects(4) partial: free(0) | shrink",
                  "(?!([A-Z_]+, )*(SLAB|FREE)$).*"))
          .exceptOf(Because.BY_PAGE, POSTED_20070504, POSTED_20070504_FIX, POSTED_20070518)
          .exceptOf(Because.BY_PAGE, POSTED, POSTED_20070707, POSTED_20070831)
          .exceptOf(Because.BY_PAGE, POSTED_20070831_RECLAIMABLE, POSTED_20071106)),
  SLABS_LINKED_TO_THE_STACK(
      "S1",
      "list_add_tail with its arguments swapped: the partial list leads to a stack that is gone",
      Symptom.DAMAGE,
      PostedVersion.MARCH_2017,
      "no message tells of it; 2019 has them the right way round",
      in(
          from(POSTED_20170307, POSTED_20171227),
          new Probe("objects(4) partial kick(none): shrink", "OK, LIST_CORRUPT"),
          new Probe("partial second kick(none): shrink", "OK, LIST_CORRUPT"))),
  DISCARDED_WHILE_LINKED(
      "S2",
      "an empty slab is discarded while it is on a list; through its links S1 puts a free page on partial",
      Symptom.DAMAGE,
      PostedVersion.MARCH_2017,
      "no message tells of it; 2019 takes it off first. Without S1 nothing comes of it",
      in(
          from(POSTED_20170307, POSTED_20171227),
          new Probe("objects(4) partial pinned(0) second: shrink", "OK, DEAD_PAGE_ON_LIST"))),
  LOCK_EXCLUDES_NO_FREES(
      "S3",
      "frees are a cmpxchg that the slab lock does not exclude: isolate is called with free objects",
      Symptom.DAMAGE,
      PostedVersion.MARCH_2017,
      "no message tells of it; still so in 2019",
      in(
          from(POSTED_20170307, POSTED_2019),
          new Probe("objects(4) partial: free(0) | shrink", "FROZEN, [A-Z_]+, COMPLAINT"),
          new Probe("partial second: free(0) | shrink", "FROZEN, [A-Z_]+, COMPLAINT"))),
  FROZEN_BIT_LOSES_A_FREE(
      "S4",
      "frozen is written as a bit-field: a free between load and store is lost",
      Symptom.DAMAGE,
      PostedVersion.SMO_2019,
      "no message tells of it; the posts of 2017 have it, too, behind S1",
      in(
              Set.of(POSTED_2019),
              new Probe("partial second: free(0) | shrink", "FROZEN, [A-Z_]+, INUSE_WRONG"))
          .exceptOf("what S1 does to the list is in the way", POSTED_20170307, POSTED_20171227)),
  SHRINK_RETURNS_0(
      "S7",
      "__kmem_cache_shrink returns 0, which means that all was released",
      Symptom.ANSWER,
      PostedVersion.DECEMBER_2017,
      "no message tells of it; 2019 returns nr_partial, which leaves full slabs out",
      in(from(POSTED_20171227, POSTED_2019), new Probe("full: shrink", "OK, SLAB"))
          .exceptOf("what its shrink returns was not read", POSTED_20170307)),
  LAST_EMPTY_SLAB_NOT_FREED(
      "S8",
      "shrink does not look at a single partial slab, also if it is empty",
      Symptom.NOTHING,
      PostedVersion.DECEMBER_2017,
      "no message tells of it; still so in 2019",
      in(from(POSTED_20171227, POSTED_2019), new Probe("kept: shrink", "[A-Z_]+, SLAB"))),
  FULL_SLAB_ON_PARTIAL_LIST(
      "T1",
      "a full slab that could not be moved goes to the partial list",
      Symptom.DAMAGE,
      PostedVersion.SMO_2019,
      "in 20190430030746.26102-13-tobin@kernel.org; no message tells of it",
      in(
              Set.of(POSTED_2019),
              new Probe("store_user full pinned(0) pinned(1): move_slabs", "MOVED=1, WRONG_LIST"),
              new Probe(
                  "store_user full pinned(0) pinned(1): move_slabs; alloc",
                  "MOVED=1; ELSEWHERE, FROZEN_LEFT"),
              new Probe(
                  "store_user full kick(none): move_slabs; free(0)",
                  "MOVED=1; TO_PARTIAL, NR_PARTIAL_WRONG"))
          .exceptOf(Because.NO_MOVE, POSTED_20170307, POSTED_20171227)),
  MIGRATE_NOT_ASKED_FOR(
      "T2",
      "kmem_cache_move_slabs calls migrate of a cache that has none",
      Symptom.OOPS,
      PostedVersion.SMO_2019,
      "in 20190430030746.26102-13-tobin@kernel.org; no message tells of it",
      in(Set.of(POSTED_2019), new Probe("store_user full noops: move_slabs", "oops, LOCK_LEFT"))
          .exceptOf(Because.NO_MOVE, POSTED_20170307, POSTED_20171227)),
  UNLISTED_SLABS_NOT_MOVED(
      "T3",
      "\"move all objects\" leaves full slabs of caches that are not debugged, which are on no list",
      Symptom.NOTHING,
      PostedVersion.SMO_2019,
      "in 20190403042127.18755-12-tobin@kernel.org; no message tells of it",
      in(Set.of(POSTED_2019), new Probe("full: move", "OK, SLAB"))
          .exceptOf(Because.NO_MOVE, POSTED_20170307, POSTED_20171227)),
  SLABS_TRIED_COUNT_AS_MOVED(
      "T4",
      "kmem_cache_move_slabs returns how many slabs it has tried to move",
      Symptom.ANSWER,
      PostedVersion.SMO_2019,
      "in 20190430030746.26102-13-tobin@kernel.org; no message tells of it",
      in(Set.of(POSTED_2019), new Probe("store_user full pinned(1): move_slabs", "MOVED=1, SLAB"))
          .exceptOf(Because.NO_MOVE, POSTED_20170307, POSTED_20171227));

  /** Reasons that several have. */
  private static final class Because {
    static final String NO_CALL = "no page is vacated by its number";
    static final String NO_ISOLATE = "there is no isolate";
    static final String NO_SORT = "the list is not sorted";
    static final String NO_FLAG = "there is no such flag";
    static final String OTHER_LOCK =
        "the slab lock is another; what becomes of this there is N4 and N6";
    static final String BIT_LOCK = "the slab lock is a bit";
    static final String BY_PAGE = "it is the later versions' promise";
    static final String COUNT_UNSEEN = "how many slabs shrink counts as freed no scenario tells";
    static final String CORE_UNREAD = "its core was not read";
    static final String NO_MOVE = "no slab is moved to another node";

    private Because() {}
  }

  /** Its letter in the analysis. */
  public final String id;

  /** One sentence: what goes wrong. */
  public final String sentence;

  public final Symptom symptom;

  /** The first version that has it. */
  public final PostedVersion since;

  /** Who told of it, or that nobody did, and when it was gone. */
  public final String provenance;

  public final Proof proof;

  HistoricDefect(
      String id,
      String sentence,
      Symptom symptom,
      PostedVersion since,
      String provenance,
      Proof proof) {
    this.id = id;
    this.sentence = sentence;
    this.symptom = symptom;
    this.since = since;
    this.provenance = provenance;
    this.proof = proof;
  }

  /** The stable name, as in {@code lock-bit-lost}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The versions that have it, as far as that is shown. */
  public Set<Revision> shownIn() {
    return proof instanceof Proof.Explored explored ? explored.has() : Set.of();
  }

  /** What is asked of a version, the smallest first; nothing if it has nothing to be asked for. */
  public List<Probe> probes(Revision revision) {
    return proof instanceof Proof.Explored explored && !explored.notAsked().containsKey(revision)
        ? explored.probes()
        : List.of();
  }
}
