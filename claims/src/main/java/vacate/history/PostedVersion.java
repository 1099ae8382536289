// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vacate.revision.Revision;

/**
 * A version of vacate that was posted, or of the lock that one of them stands on; in their order.
 */
public enum PostedVersion {
  RFC(
      "2007-05-04",
      List.of("20070504221708.596112123@sgi.com"),
      "[RFC 2/3] SLUB: Implement targeted reclaim and partial list defragmentation",
      "SLUB without a lockless freelist, with flags that are set atomically",
      "The first: a slab is frozen, each of its objects is referenced and kicked by a callback.",
      Revision.POSTED_20070504),
  RFC_FIX(
      "2007-05-04-fix",
      List.of("Pine.LNX.4.64.0705041603150.27790@schroedinger.engr.sgi.com"),
      "a reply in that thread, \"Fixes suggested by Andrew\"",
      "the version of 48 minutes before",
      "Interrupts are off while the slab lock is held.",
      Revision.POSTED_20070504_FIX),
  MAY(
      "2007-05-18",
      List.of("20070518181119.062736299@sgi.com"),
      "[patch 02/10] SLUB: slab defragmentation and kmem_cache_vacate",
      "SLUB with a lockless freelist and plain writes of FROZEN and SLABDEBUG",
      "Callbacks take a vector of objects, for which memory is allocated before the slab lock is"
          + " taken; new_slab publishes PageSlab last.",
      Revision.POSTED_20070518),
  JUNE(
      "2007-06-18",
      List.of("20070607215910.833944456@sgi.com", "20070618095918.636873785@sgi.com"),
      "SLUB: kmem_cache_vacate to support page allocator memory defragmentation",
      "2.6.22",
      "vacate apart from the core that it uses; the return value as its review proposed. Posted on 7"
          + " and, with the same code, on 18 June.",
      Revision.POSTED),
  JULY(
      "2007-07-07",
      List.of("20070708030846.235829535@sgi.com", "20070708030843.848875869@sgi.com"),
      "[patch 12/12] Slab defragmentation: kmem_cache_vacate for antifrag / memory compaction",
      "a core whose bitmap of objects comes behind the vector",
      "vacate as in June, on a core that was changed under it; \"only for review, untested\".",
      Revision.POSTED_20070707),
  AUGUST(
      "2007-08-31",
      List.of("20070901014221.388656209@sgi.com", "20070901014222.073887169@sgi.com"),
      "[RFC 12/26] SLUB: Slab reclaim through Lumpy reclaim",
      "per CPU structures, a slab lock as before",
      "A page is isolated, and vacated from a list of such pages; no reference is held meanwhile.",
      Revision.POSTED_20070831),
  AUGUST_RECLAIMABLE(
      "2007-08-31-reclaimable",
      List.of("20070901014222.303468369@sgi.com"),
      "[RFC 13/26] SLUB: Add SlabReclaimable() to avoid repeated reclaim attempts",
      "12/26 of the same series",
      "A flag tells the slabs that are worth a kick, and is looked at first.",
      Revision.POSTED_20070831_RECLAIMABLE),
  OCTOBER_LOCK(
      "2007-10-27",
      List.of("20071028033300.479692380@sgi.com"),
      "[patch 09/10] SLUB: Do our own locking via slab_lock and slab_unlock",
      "2.6.24 as it was to be",
      "slab_lock is a cmpxchg that returns the flags, slab_unlock a plain store of them behind a"
          + " write barrier.",
      "It has no vacate; its lock is what 2007-11-06 and 2007-11-28 stand on."),
  NOVEMBER_6(
      "2007-11-06",
      List.of("20071107011229.197917117@sgi.com", "20071107011231.907368704@sgi.com"),
      "[patch 22/23] SLUB: Slab reclaim through Lumpy reclaim",
      "the lock of 27 October",
      "Isolate and reclaim on that lock; new_slab stores all flags at once.",
      Revision.POSTED_20071106),
  NOVEMBER_28(
      "2007-11-28",
      List.of("20071128223156.295476980@sgi.com", "20071114221023.535547035@sgi.com"),
      "[patch 06/17] SLUB: Slab defrag core, and KICKABLE",
      "the lock of 27 October",
      "No page is found by its number any more: shrink and defrag take what they meet on the partial"
          + " list.",
      Revision.POSTED_20071128),
  FEBRUARY(
      "2008-02-15",
      List.of("20080216004633.259062883@sgi.com"),
      "[patch 07/17] SLUB: Add KICKABLE to avoid repeated kick() attempts",
      "the bit spin lock again; its core was not read, that of 2007-11-28 stands for it",
      "KICKABLE is a flag of the page.",
      Revision.POSTED_20080215),
  MARCH_2017(
      "2017-03-07",
      List.of("20170307212438.294581405@linux.com"),
      "[RFC 5/6] slub: Slab defrag core",
      "frees by cmpxchg_double, list_lock before the slab lock, frozen as a bit of the counters",
      "Frozen slabs are put back by who took them, also without memory.",
      Revision.POSTED_20170307),
  DECEMBER_2017(
      "2017-12-27",
      List.of("20171227220652.570663500@linux.com"),
      "[RFC 5/8] slub: Slab defrag core",
      "as in March 2017",
      "isolate and migrate instead of get and kick, to a node.",
      Revision.POSTED_20171227),
  SMO_2019(
      "2019",
      List.of(
          "20190411013441.5415-5-tobin@kernel.org",
          "20190603042637.2018-5-tobin@kernel.org",
          "20190403042127.18755-12-tobin@kernel.org",
          "20190430030746.26102-13-tobin@kernel.org"),
      "[RFC 04/15] slub: Slab defrag core, of Slab Movable Objects",
      "5.1, for which the SLUB of 2017 stands",
      "Takes a slab off its own list before it puts it back; the last two messages add calls that"
          + " move slabs between nodes.",
      Revision.POSTED_2019);

  /** Its day, and what tells it from another of that day. */
  public final String label;

  /** Ids of the messages in which it was posted. */
  public final List<String> messages;

  /** Their subject, of several the main one's. */
  public final String subject;

  /** What it stood on, a few words. */
  public final String base;

  /** What it changed, a sentence. */
  public final String change;

  /** Its port; empty if there is none. */
  public final Optional<Revision> revision;

  /** Why there is no port, a sentence; empty if there is one. */
  public final String notPorted;

  PostedVersion(
      String label,
      List<String> messages,
      String subject,
      String base,
      String change,
      Revision revision) {
    this(label, messages, subject, base, change, Optional.of(revision), "");
  }

  PostedVersion(
      String label,
      List<String> messages,
      String subject,
      String base,
      String change,
      String notPorted) {
    this(label, messages, subject, base, change, Optional.empty(), notPorted);
  }

  PostedVersion(
      String label,
      List<String> messages,
      String subject,
      String base,
      String change,
      Optional<Revision> revision,
      String notPorted) {
    this.label = label;
    this.messages = messages;
    this.subject = subject;
    this.base = base;
    this.change = change;
    this.revision = revision;
    this.notPorted = notPorted;
  }

  /** Those that can be put to the test, in their order. */
  public static List<PostedVersion> ported() {
    return Arrays.stream(values()).filter(v -> v.revision.isPresent()).toList();
  }

  /**
   * Of these those of 2007 and 2008: FROZEN is a flag of the page, and frees take the slab lock.
   */
  public static List<PostedVersion> onPageFlags() {
    return ported().stream().filter(v -> v.compareTo(MARCH_2017) < 0).toList();
  }

  /** Of these those since 2017: frozen is a bit of the counters, and a free is a cmpxchg. */
  public static List<PostedVersion> onCounters() {
    return ported().stream().filter(v -> v.compareTo(MARCH_2017) >= 0).toList();
  }

  /**
   * That of a revision.
   *
   * @throws IllegalArgumentException if the revision was never posted
   */
  public static PostedVersion of(Revision revision) {
    return ported().stream()
        .filter(v -> v.revision.get() == revision)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(revision + " was not posted"));
  }

  @Override
  public String toString() {
    return label;
  }
}
