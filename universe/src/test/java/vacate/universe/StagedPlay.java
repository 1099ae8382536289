// SPDX-License-Identifier: GPL-2.0-only
package vacate.universe;

import java.util.List;
import java.util.stream.IntStream;
import vacate.explorer.jcstress.Clause;
import vacate.explorer.jcstress.Expectation;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestMethod;
import vacate.kernel.KernelBug;
import vacate.mm.Gfp;
import vacate.mm.Page;
import vacate.mm.PageFlag;
import vacate.revision.Revision;
import vacate.scene.Scene;
import vacate.scene.Shape;

/**
 * What no scenario can set up. On the partial list is a slab with one object in use of four, sparse
 * enough for {@code kmem_cache_shrink} to kick it, or of two; and somebody who is no user of the
 * cache may have a reference to its page, which he puts, or get it for the page cache. Woven like a
 * test.
 */
public final class StagedPlay {
  private static final String TOLD = "(Lvacate/universe/Told;)V";
  private static final String PUT = "put";

  private final Scene scene;
  private final String[] does;

  /**
   * @param revision its label
   * @param flags of the cache
   * @param objects in a slab
   * @param does what each CPU does, words with semicolons between, and blanks between CPUs
   */
  public StagedPlay(String revision, String flags, String objects, String does) {
    this.does = does.split(" ");
    scene =
        new Scene(
            labelled(revision),
            Integer.parseInt(flags),
            Shape.PARTIAL,
            this.does.length,
            Integer.parseInt(objects));
    if (does.contains(PUT)) {
      scene.page.count.inc();
    }
  }

  private static Revision labelled(String label) {
    for (Revision revision : Revision.values()) {
      if (revision.label.equals(label)) {
        return revision;
      }
    }
    throw new IllegalArgumentException(label);
  }

  /**
   * @param wrong a regular expression for the outcomes that refute the test
   */
  static StressTest test(String revision, int flags, int objects, String does, String wrong) {
    List<TestMethod> actors =
        IntStream.range(0, does.split(" ").length)
            .mapToObj(cpu -> new TestMethod("cpu" + cpu, TOLD))
            .toList();
    return new StressTest(
            StagedPlay.class.getName(),
            actors,
            new TestMethod("after", TOLD),
            null,
            false,
            StagedPlay.class.getName(),
            List.of(
                new Clause(List.of(wrong), Expectation.FORBIDDEN, ""),
                new Clause(List.of(), Expectation.ACCEPTABLE, "")),
            null)
        .of(List.of(revision, String.valueOf(flags), String.valueOf(objects), does));
  }

  private String play(int cpu) {
    String told = "";
    for (String what : does[cpu].split(";")) {
      String word = done(cpu, what);
      told = told.isEmpty() ? word : told + "; " + word;
      if (Character.isLowerCase(word.charAt(0))) {
        break;
      }
    }
    return told;
  }

  private String done(int cpu, String what) {
    if (what.equals("free")) {
      return scene.free(cpu, 0);
    } else if (what.equals("alloc")) {
      return scene.alloc(cpu);
    } else if (what.equals("vacate")) {
      return scene.vacate(cpu);
    } else if (what.equals("shrink")) {
      return scene.shrink(cpu);
    } else if (what.equals("nomem")) {
      scene.cpu(cpu).failKmalloc(1);
      return "OK";
    }
    try {
      return what.equals(PUT) ? put(cpu) : readPage(cpu);
    } catch (KernelBug bug) {
      return bug.function;
    }
  }

  /**
   * The page cache gets the page and locks it until it is read; SLEEPS if somebody else has locked
   * it, who will wake nobody.
   */
  private String readPage(int cpu) {
    Page page = scene.slub.machine.pages.allocPages(scene.cpu(cpu), Gfp.KERNEL, 0);
    if (page != scene.page) {
      scene.slub.machine.pages.freePages(scene.cpu(cpu), page, 0);
      return "ELSEWHERE";
    }
    if (page.flags.testAndSetBit(PageFlag.PG_LOCKED)) {
      return "SLEEPS";
    }
    page.flags.clearBit(PageFlag.PG_LOCKED);
    scene.slub.machine.pages.freePages(scene.cpu(cpu), page, 0);
    return "READ";
  }

  private String put(int cpu) {
    scene.slub.machine.pages.putPage(scene.cpu(cpu), scene.page);
    return "OK";
  }

  public void cpu0(Told told) {
    told.cpu0 = play(0);
  }

  public void cpu1(Told told) {
    told.cpu1 = play(1);
  }

  public void cpu2(Told told) {
    told.cpu2 = play(2);
  }

  public void after(Told told) {
    told.machine = scene.outcome();
  }
}
