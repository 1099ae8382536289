// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.heap;

import java.util.BitSet;
import java.util.Optional;
import vacate.explorer.execution.Value;
import vacate.explorer.graph.Access;
import vacate.explorer.search.Stop;

/**
 * Names and numbers of threads. A name that the program gives is what it is for whoever knows of
 * it; others are taken to be one of those that the JVM might have given.
 */
public final class ThreadNames {
  private static final long PER_MAKER = 1_000;

  private static final long PER_TYPE = 1_000_000;

  private final Run run;
  private final Identity identity;
  private final ThreadTokens tokens;
  private final Locations locations;
  private final References references;
  private final Accesses accesses;
  private final InterruptLine interrupts;
  private final Refusals refusals;
  private final BitSet begun = new BitSet();
  private final BitSet given = new BitSet();

  /** Those that actors make, which others may find before they have a name. */
  private final BitSet born = new BitSet();

  private boolean named;
  private boolean numbered;

  private final Namesake names;
  private final Namesake numbers;

  public ThreadNames(
      Run run,
      Identity identity,
      ThreadTokens tokens,
      Locations locations,
      References references,
      Accesses accesses,
      InterruptLine interrupts,
      Refusals refusals) {
    this.run = run;
    this.identity = identity;
    this.tokens = tokens;
    this.locations = locations;
    this.references = references;
    this.accesses = accesses;
    this.interrupts = interrupts;
    this.refusals = refusals;
    names = new Namesake(tokens, refusals);
    numbers = new Namesake(tokens, refusals);
  }

  /** What verdicts rest on because of them; empty if on nothing. */
  public Optional<String> assumption() {
    return named || numbered
        ? Optional.of(
            "one "
                + (named ? numbered ? "name and number" : "name" : "number")
                + " of each thread that the JVM gives one")
        : Optional.empty();
  }

  /** Where the name of a thread is. */
  private int location(int id) {
    int location = locations.hidden(new Hidden(Hidden.Kind.NAME, id), String.class);
    if (!begun.get(id)) {
      begun.set(id);
      locations.begin(location, identity.initial(born.get(id) ? null : ofTheJvm(id)));
    }
    return location;
  }

  private int id(Thread thread) throws Stop {
    int id = tokens.id(Behalf.nonNull(thread));
    if (id < 0) {
      throw refusals.refuse("asks for the name of a thread of unknown origin");
    }
    return id;
  }

  /** The program gives a thread its name, when it makes it or later. */
  public void set(Thread thread, String name) throws Stop {
    int id = id(thread);
    Behalf.nonNull(name);
    if (run.hasCompany()) { // threads that setup has started may look
      refusals.refuseIf("calls java.lang.Thread.setName");
    }
    give(id, name);
  }

  private void give(int id, String name) throws Stop {
    given.set(id);
    if (run.isRunning()) {
      interrupts.point();
      accesses.write(location(id), Access.OPAQUE_WRITE, references.reference(name, false));
    } else {
      begun.set(id);
      int location = locations.hidden(new Hidden(Hidden.Kind.NAME, id), String.class);
      locations.begin(location, identity.initial(name));
    }
  }

  /**
   * The same of a thread that is being made.
   *
   * @param name null if the JVM gives it one
   */
  public void bear(Thread thread, String name) throws Stop {
    if (!run.isRunning()) {
      if (name != null) {
        give(id(thread), name);
      }
      return;
    }
    int id = id(thread);
    born.set(id);
    if (name != null) {
      give(id, name);
    } else {
      accesses.write(location(id), Access.OPAQUE_WRITE, identity.initial(ofTheJvm(id)));
    }
  }

  /** The name of a thread; refused if its maker has not given it one yet. */
  public String get(Thread thread) throws Stop {
    names.looks(Behalf.nonNull(thread));
    if (tokens.isSetup(thread)) {
      named = true;
      return "Thread-setup";
    }
    int id = id(thread);
    int location = location(id);
    Object name;
    if (run.isRunning()) {
      interrupts.point();
      name = references.decode(String.class, accesses.read(location, Access.OPAQUE_READ));
      if (name == null) {
        throw refusals.refuse(
            "looks at a thread of another actor, which may not have its name yet");
      }
    } else {
      if (run.hasCompany()) { // threads that setup has started may change it
        refusals.refuseIf("calls java.lang.Thread.getName");
      }
      name = references.decode(String.class, locations.initial(location));
    }
    named |= name.equals(ofTheJvm(id)) && (identity.isInitial(id) || !given.get(id));
    return (String) name;
  }

  private String ofTheJvm(int id) {
    return "Thread-" + identity.reference(id);
  }

  /** A number that no other thread has, and that the program looks at. */
  public long number(Thread thread) throws Stop {
    numbers.looks(Behalf.nonNull(thread));
    if (!tokens.isSetup(thread)) {
      id(thread);
    }
    numbered = true;
    return known(thread);
  }

  /** The same for code of the JDK, which tells threads apart by it. */
  public long known(Thread thread) {
    long actor = tokens.number(thread);
    return actor > 0 ? actor : numberOf(identity.known(thread));
  }

  /** The same in each exploration. */
  private long numberOf(int id) {
    long actor = tokens.numberOf(id);
    if (actor > 0) {
      return actor;
    }
    Value.Instance made = (Value.Instance) identity.reference(id);
    long ofType = made.type().equals("Thread") ? 0 : (made.type().hashCode() & 0xffff_ffffL) + 1;
    return ofType * PER_TYPE + (made.maker() + 2) * PER_MAKER + made.number();
  }
}
