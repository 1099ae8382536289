// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vacate.mm.Machine;
import vacate.revision.Revision;
import vacate.steps.Step;

/** Every path of the port that has a table of the kernel's steps, and how to send it down there. */
public final class Paths {
  /** A path is staged, and then played and recorded. */
  interface Path extends Function<Stage, List<Step>> {}

  private record Staged(int flags, int order, boolean kickable, Path path) {}

  private final Map<String, Staged> paths = new TreeMap<>();

  private Paths() {}

  private static Paths all() {
    Paths paths = new Paths();
    PathsOfTheKernel.addTo(paths);
    PathsOfPages.addTo(paths);
    PathsOfLists.addTo(paths);
    PathsOfSlabs.addTo(paths);
    PathsOfObjects.addTo(paths);
    PathsOfVacate.addTo(paths);
    PathsOfCaches.addTo(paths);
    return paths;
  }

  void add(String name, Path path) {
    add(name, 0, path);
  }

  void add(String name, int flags, Path path) {
    add(name, flags, 0, true, path);
  }

  void add(String name, int flags, int order, boolean kickable, Path path) {
    if (paths.put(name, new Staged(flags, order, kickable, path)) != null) {
      throw new AssertionError("two paths " + name);
    }
  }

  /** All paths; a revision goes each of them. */
  public static List<String> names() {
    return new ArrayList<>(all().paths.keySet());
  }

  /**
   * The steps that a revision makes on a path.
   *
   * @param slub a {@link Revision}, or the class of a SLUB
   */
  public static List<Step> run(String slub, String name) {
    Staged staged = all().paths.get(name);
    return staged.path.apply(
        new Stage(m -> boot(slub, m), staged.flags, staged.order, staged.kickable));
  }

  private static Slub boot(String slub, Machine machine) {
    for (Revision revision : Revision.values()) {
      if (revision.name().equals(slub)) {
        return revision.boot(machine);
      }
    }
    try {
      return (Slub) Class.forName(slub).getConstructor(Machine.class).newInstance(machine);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(slub, e);
    }
  }
}
