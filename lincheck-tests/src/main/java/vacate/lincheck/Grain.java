// SPDX-License-Identifier: GPL-2.0-only
package vacate.lincheck;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;

/**
 * How finely the actors are interleaved. What is taken as one step must not wait for another actor:
 * Lincheck would call that a hang.
 */
public enum Grain {
  /** A switch may come before every access to shared memory. */
  FINE("fine"),
  /** Accesses that no other actor can get between, or see half done, are one step. */
  COARSE("coarse");

  private static final String PROTOCOL = "vacate.slub.";

  /** As names of scenarios spell it. */
  public final String label;

  Grain(String label) {
    this.label = label;
  }

  /**
   * What Lincheck is told.
   *
   * @param listLockIsHeldLong whether an actor does more under list_lock than move a slab: shrink
   *     and destroy discard slabs, and wait for slab locks, under it
   */
  List<ManagedStrategyGuarantee> guarantees(boolean listLockIsHeldLong) {
    List<ManagedStrategyGuarantee> all = new ArrayList<>(foundation());
    if (this == COARSE) {
      all.addAll(merged());
      if (!listLockIsHeldLong) {
        all.add(listMoves());
      }
    }
    return all;
  }

  /** True at any grain. */
  private static List<ManagedStrategyGuarantee> foundation() {
    return List.of(
        // Lincheck 3.7 puts no switch point before VarHandle.getAndBitwise*: two actors on one lock
        // bit would look exhausted after a handful of runs. Named atomic, each call has one.
        forClasses(name -> name.startsWith("java.lang.invoke.VarHandle"))
            .methods(name -> name.startsWith("getAndBitwise"))
            .treatAsAtomic(),
        // These run while no actor does, or read what never changes, as the timer, which nobody
        // makes tick: nothing to interleave.
        ignored("vacate.kernel.Timer", "jiffies"),
        ignored("vacate.lincheck.Scenario", "setUp"),
        ignored("vacate.lincheck.Ending", "of"),
        ignored("vacate.lincheck.TestedScene", "scene"));
  }

  private static List<ManagedStrategyGuarantee> merged() {
    return List.of(
        // An actor is a CPU. Its interrupt state, accounts and kmallocs are nobody else's.
        forClasses(name -> name.equals("vacate.kernel.Cpu"))
            .methods(name -> !name.equals("cpuRelax"))
            .ignore(),
        ignored("vacate.kernel.Kmalloc", "kmalloc", "kfree", "account"),
        // Which page an address lies in never changes; no page here is compound.
        ignored("vacate.scene.Scene", "cpu"),
        ignored("vacate.mm.MemMap", "virtToPage", "virtToHeadPage"),
        // A list is touched under its list_lock, or is one CPU's own: nobody else is in it.
        forClasses(name -> name.equals("vacate.kernel.ListHead")).allMethods().treatAsAtomic(),
        // Free pointers and tracks are written and followed under the slab lock, or in a slab that
        // is a CPU's own, or in a page that nobody can find yet. None of these waits.
        atomic(
            PROTOCOL,
            "buildFreelist",
            "collectObjects",
            "allocDebugProcessing",
            "isFitToFree",
            "checkSlab",
            "nextFree",
            "setNextFree",
            "setTrack",
            "initObject"),
        // What others can see of taking or dropping a reference is the one change of the count. A
        // page whose count is 0 has one finder, its next owner: the free lists are a CPU's own, and
        // the zone lock behind them is taken in these only, so nobody is ever preempted with it.
        atomic(
            "vacate.mm.PageAllocator", "getPageUnlessZero", "putPage", "freePages", "allocPages"),
        // While a lock is held nobody else writes its word: the owner check and the store are one.
        atomic("vacate.kernel.SpinLock", "unlock"),
        atomic("vacate.kernel.BitSpinLock", "unlock"));
  }

  /**
   * A slab's move on or off a list: all that is done under list_lock. With every holder's section
   * one step, nobody is ever preempted with the lock, so nobody waits for it; slab locks are only
   * tried for in there. The one value that is read without the lock, nr_partial, changes once.
   */
  private static ManagedStrategyGuarantee listMoves() {
    return atomic(
        PROTOCOL,
        "addPartial",
        "addPartialTail",
        "removePartial",
        "addFull",
        "removeFull",
        "getPartial");
  }

  private static ManagedStrategyGuarantee atomic(String classes, String... methods) {
    return forClasses(name -> name.startsWith(classes))
        .methods(Set.of(methods)::contains)
        .treatAsAtomic();
  }

  private static ManagedStrategyGuarantee ignored(String className, String... methods) {
    return forClasses(name -> name.equals(className)).methods(Set.of(methods)::contains).ignore();
  }
}
