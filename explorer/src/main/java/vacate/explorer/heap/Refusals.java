// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import vacate.explorer.search.Foreknowledge;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/** Refuses what the explorer does not understand, in the name of whoever does it. */
public final class Refusals {
  private final Run run;
  private final Faults faults;
  private Refused poison;

  public Refusals(Run run, Faults faults) {
    this.run = run;
    this.faults = faults;
  }

  /** The running thread is about to do it. */
  public Stop refuse(String what) {
    return refuse(what, Foreknowledge.NOTHING);
  }

  /** The same of what would be understood if that were known before. */
  Stop refuse(String what, Foreknowledge wanted) {
    Refused refused = new Refused(said(what).getMessage(), wanted);
    if (run.memory() == null) {
      throw refused; // no thread has run yet, whose end it could be
    }
    return run.memory().refuse(refused);
  }

  /** The same of what would be understood if threads might be started. */
  Stop refuseForThreads(String what) {
    Refused refused = new Refused(said(what).getMessage(), true);
    if (!run.isRunning()) {
      poison = refused;
      throw refused;
    }
    return run.memory().refuse(refused);
  }

  /** A refusal of what is not an actor's own doing, and so has no execution to end. */
  public Refused poison(String what) {
    poison = said(what);
    return poison;
  }

  /** The same of what would be understood if that were known before. */
  Refused poison(String what, Foreknowledge wanted) {
    poison = new Refused(said(what).getMessage(), wanted);
    return poison;
  }

  /** Refuses what an actor, or setup, is about to do; for null it may. */
  public void refuseIf(String what) throws Stop {
    if (what != null && run.isRunning()) {
      throw refuse(what);
    }
    if (what != null) {
      throw poison(
          what + " in setup",
          run.hasCompany() ? Foreknowledge.SETUP_GOES_ON : Foreknowledge.NOTHING);
    }
  }

  /**
   * The JVM wraps what a class initialiser throws, and never runs it again: whoever comes to the
   * class from now on is refused for the same reason.
   */
  public void refuseIfPoisoned() {
    if (poison != null) {
      throw poison;
    }
  }

  /** A handler of the program is about to get what was thrown. */
  public void caught(Throwable t) throws Stop {
    refuseIfPoisoned();
    String fault = faults.caught(t);
    if (fault != null) {
      Refused refused = new Refused(Names.said("runs into " + fault));
      if (run.isRunning()) {
        throw run.memory().refuse(refused);
      }
      poison = refused;
      throw refused;
    }
  }

  /**
   * Looks at what has ended setup or a thread.
   *
   * @throws Refused if that is no doing of the program's
   */
  public void refuseFault(String who, Throwable thrown) {
    refuseIfPoisoned();
    String fault = faults.of(thrown);
    if (fault != null) {
      throw new Refused(Names.said(who + " runs into " + fault));
    }
  }

  /** A refusal with the place where the code is. */
  public static Refused said(String what) {
    String called = Site.calledOfTheJdk();
    boolean isSaid = called == null || what.contains(called.substring(called.lastIndexOf('.')));
    Site site = Site.here();
    return new Refused(
        (isSaid ? "" : called + ": ") + Names.said(what) + (site == null ? "" : ", at " + site));
  }
}
