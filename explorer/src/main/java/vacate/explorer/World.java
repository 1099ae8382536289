// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vacate.explorer.jcstress.Footing;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.WovenClasses;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Modes;

/**
 * Explores many tests of one program, or one with many arguments, with classes that are woven,
 * loaded and initialised once and stay warm. What it says of a test is what {@link Explorer} says:
 * after each exploration statics are as they were, and where that cannot be known, because setup
 * has changed what outlives it, the next one begins with new classes, see {@link
 * vacate.explorer.heap.Heritage}.
 *
 * <p>Not for several threads at a time.
 */
public final class World {
  private final ClassLoader loader;
  private final Modes modes;
  private WovenClasses classes;
  private int renewals;
  private int passes;
  private String spent;
  private Set<String> entered;

  /**
   * @param loader finds the program's classes
   */
  public World(ClassLoader loader) {
    this(loader, Modes.DECLARED);
  }

  /**
   * Of a program some of whose accesses have another mode.
   *
   * @param loader finds the program's classes
   */
  public World(ClassLoader loader, Modes modes) {
    this.loader = loader;
    this.modes = modes;
  }

  /** As {@link Explorer#explore(StressTest, ClassLoader, Set, Settings, Progress)}. */
  public Map<MemoryModel, Result> explore(
      StressTest test, Set<MemoryModel> models, Settings settings) {
    passes = 0;
    Settings later = settings.withWitnessesLater();
    return Explorer.explore(
        test,
        models,
        (as, asked) ->
            as.footing().equals(Footing.FIRST) ? pass(as, asked, later) : anew(as, asked, later));
  }

  /** One pass with warm classes; if what was before may have a part in it, with new ones. */
  private PassResult pass(StressTest test, Set<MemoryModel> models, Settings settings) {
    passes++;
    boolean warm = classes != null;
    WovenClasses used = warm ? classes : renewed();
    classes = null; // whatever is thrown, they are not used again
    boolean[] taken = {false};
    Exploration exploration =
        exploration(
            test,
            models,
            settings,
            () -> {
              if (taken[0]) {
                used.heritage().spend("a search was begun again with new classes");
                return WovenClasses.forOne(loader, test.footing().jdk());
              }
              taken[0] = true;
              return used;
            });
    Map<MemoryModel, Result> results = exploration.runAll();
    if (exploration.outlasts()) {
      spent = "the setup of " + test.name() + " did not come to its end";
      entered = null;
      return PassResult.of(exploration, results);
    }
    boolean ran = results.values().stream().noneMatch(r -> r.verdict() == Verdict.NOT_RUN);
    if (!ran) {
      used.heritage().spend(test.name() + " could not be run");
    }
    entered = exploration.entered().orElse(null);
    exploration.putBack();
    if (used.heritage().spent() == null) {
      classes = used;
    } else {
      spent = used.heritage().spent();
    }
    if (ran && !(warm && used.heritage().isLate())) {
      return PassResult.of(exploration, results);
    }
    entered = null;
    return anew(test, models, settings);
  }

  private PassResult anew(StressTest test, Set<MemoryModel> models, Settings settings) {
    return PassResult.by(
        exploration(
            test, models, settings, () -> WovenClasses.forOne(loader, test.footing().jdk())));
  }

  private Exploration exploration(
      StressTest test, Set<MemoryModel> models, Settings settings, Supplier<WovenClasses> from) {
    return new Exploration(test, loader, from, models, settings, Progress.NONE, modes, Watch.NONE);
  }

  /**
   * The methods of the program that some thread entered, or who concludes, in some execution of the
   * last test, by internal name of the class, name and descriptor; setup aside, and of methods that
   * call no other only those that a subclass may override. With one worker, and if every execution
   * was visited, there are no others. Empty if it is not known, as where it took more than one
   * pass.
   */
  public Optional<Set<String>> entered() {
    return passes == 1 ? Optional.ofNullable(entered) : Optional.empty();
  }

  private WovenClasses renewed() {
    renewals++;
    return WovenClasses.forMany(loader);
  }

  /** How often classes were loaded anew. */
  public int renewals() {
    return renewals;
  }

  /** Why classes were last given up; null if they never were. */
  public String spent() {
    return spent;
  }
}
