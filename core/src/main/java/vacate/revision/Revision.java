// SPDX-License-Identifier: GPL-2.0-only
package vacate.revision;

import vacate.mm.Machine;
import vacate.slub.Slub;

/** The versions of the protocol that can be put to the test. */
public enum Revision {
  /** The first version of all, message 20070504221708.596112123@sgi.com. */
  POSTED_20070504("posted20070504"),
  /** With its fix, message Pine.LNX.4.64.0705041603150.27790@schroedinger.engr.sgi.com. */
  POSTED_20070504_FIX("posted20070504fix"),
  /** Its first version with a vector of objects, message 20070518181119.062736299@sgi.com. */
  POSTED_20070518("posted20070518"),
  /** The patch, message 20070618095918.636873785@sgi.com. */
  POSTED("posted"),
  /** The fourth version, message 20070708030846.235829535@sgi.com. */
  POSTED_20070707("posted20070707"),
  /** Isolate and reclaim, message 20070901014222.073887169@sgi.com. */
  POSTED_20070831("posted20070831"),
  /** With SlabReclaimable, message 20070901014222.303468369@sgi.com. */
  POSTED_20070831_RECLAIMABLE("posted20070831reclaimable"),
  /** Isolate and reclaim on a lock of its own, message 20071107011231.907368704@sgi.com. */
  POSTED_20071106("posted20071106"),
  /** By the partial list only, message 20071128223156.295476980@sgi.com. */
  POSTED_20071128("posted20071128"),
  /** On the bit spin lock again, message 20080216004633.259062883@sgi.com. */
  POSTED_20080215("posted20080215"),
  /** Ten years later, message 20170307212438.294581405@linux.com. */
  POSTED_20170307("posted20170307"),
  /** With isolate and migrate, message 20171227220652.570663500@linux.com. */
  POSTED_20171227("posted20171227"),
  /** Slab Movable Objects, message 20190411013441.5415-5-tobin@kernel.org. */
  POSTED_2019("posted2019"),
  /** {@code new_slab} as it was before. */
  PRE_PATCH("prePatch"),
  /** Posted, without its {@code smp_wmb}. */
  WITHOUT_WRITE_BARRIER("withoutWriteBarrier"),
  /** Posted, with its defects cured. */
  CORRECTED("corrected"),
  /** The first version and its fix, with their defects cured. */
  CORRECTED_20070504("corrected20070504"),
  /** That of 18 May 2007, with its defects cured. */
  CORRECTED_20070518("corrected20070518"),
  /** The fourth version, with its defects cured. */
  CORRECTED_20070707("corrected20070707"),
  /** Isolate and reclaim, with its defects cured. */
  CORRECTED_20070831("corrected20070831"),
  /** Isolate and reclaim with SlabReclaimable, with its defects cured. */
  CORRECTED_20070831_RECLAIMABLE("corrected20070831reclaimable"),
  /** That of 6 November 2007, with its defects cured. */
  CORRECTED_20071106("corrected20071106"),
  /** That of 28 November 2007, with its defects cured. */
  CORRECTED_20071128("corrected20071128"),
  /** That of 15 February 2008, with its defects cured. */
  CORRECTED_20080215("corrected20080215"),
  /** That of 7 March 2017, with its defects cured. */
  CORRECTED_20170307("corrected20170307"),
  /** That of 27 December 2017, with its defects cured. */
  CORRECTED_20171227("corrected20171227"),
  /** Slab Movable Objects, with their defects cured. */
  CORRECTED_2019("corrected2019");

  /** As reports and options spell it. */
  public final String label;

  Revision(String label) {
    this.label = label;
  }

  /** A SLUB of this revision on the machine. */
  public Slub boot(Machine machine) {
    return switch (this) {
      case POSTED_20070504 -> new Posted20070504(machine);
      case POSTED_20070504_FIX -> new Posted20070504Fix(machine);
      case POSTED_20070518 -> new Posted20070518(machine);
      case POSTED -> new Slub(machine);
      case POSTED_20070707 -> new Posted20070707(machine);
      case POSTED_20070831 -> new Posted20070831(machine);
      case POSTED_20070831_RECLAIMABLE -> new Posted20070831Reclaimable(machine);
      case POSTED_20071106 -> new Posted20071106(machine);
      case POSTED_20071128 -> new Posted20071128(machine);
      case POSTED_20080215 -> new Posted20080215(machine);
      case POSTED_20170307 -> new Posted20170307(machine);
      case POSTED_20171227 -> new Posted20171227(machine);
      case POSTED_2019 -> new Posted2019(machine);
      case PRE_PATCH -> new PrePatch(machine);
      case WITHOUT_WRITE_BARRIER -> new WithoutWriteBarrier(machine);
      case CORRECTED -> new Corrected(machine);
      case CORRECTED_20070504 -> new Corrected20070504(machine);
      case CORRECTED_20070518 -> new Corrected20070518(machine);
      case CORRECTED_20070707 -> new Corrected20070707(machine);
      case CORRECTED_20070831 -> new Corrected20070831(machine);
      case CORRECTED_20070831_RECLAIMABLE -> new Corrected20070831Reclaimable(machine);
      case CORRECTED_20071106 -> new Corrected20071106(machine);
      case CORRECTED_20071128 -> new Corrected20071128(machine);
      case CORRECTED_20080215 -> new Corrected20080215(machine);
      case CORRECTED_20170307 -> new Corrected20170307(machine);
      case CORRECTED_20171227 -> new Corrected20171227(machine);
      case CORRECTED_2019 -> new Corrected2019(machine);
    };
  }

  @Override
  public String toString() {
    return label;
  }
}
