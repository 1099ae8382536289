// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a checker that runs interleavings may take as one step, at a coarse grain. Such a method
 * waits for nobody: who would let it go on does not run meanwhile. It may take a lock that is taken
 * in such methods only. Of a type it is said of every method.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OneStep {
  /** Why nobody can get between, or see it half done. */
  Because value();

  /** The reasons that there are. */
  enum Because {
    /** A list is touched under its list_lock, or is one CPU's own: nobody else is in it. */
    LISTS_HAVE_ONE_USER,
    /**
     * Free pointers and tracks are written and followed under the slab lock, or in a slab that is a
     * CPU's own, or in a page that nobody can find yet.
     */
    OBJECTS_HAVE_ONE_USER,
    /**
     * What others can see of taking or dropping a reference is the one change of the count. A page
     * whose count is 0 has one finder, its next owner: the free lists are a CPU's own, and the zone
     * lock behind them is taken in these only, so nobody is ever preempted with it.
     */
    ONE_CHANGE_OF_THE_COUNT,
    /** While a lock is held nobody else writes its word: the owner check and the store are one. */
    HOLDER_UNLOCKS
  }
}
