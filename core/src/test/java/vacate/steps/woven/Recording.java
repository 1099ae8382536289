// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps.woven;

import java.util.List;
import vacate.kernel.Cpu;
import vacate.kernel.KernelBug;
import vacate.mm.Page;
import vacate.slub.KmemCache;
import vacate.slub.Slub;
import vacate.steps.Step;

/** The record of this world, for who stages a path. */
public final class Recording {
  private Recording() {}

  /**
   * Begins anew, and gives names to the cache and what is around it, and to its pages {@code page,
   * page2, ...}.
   */
  public static void of(Slub slub, KmemCache s) {
    Hooks.reset();
    Hooks.names.putAll(slub, s);
    Hooks.isMemory(slub.machine.memMap);
    for (int pfn = 1; pfn < slub.machine.memMap.frames(); pfn++) {
      Page page = slub.machine.memMap.page(pfn);
      String name = "page" + (pfn == 1 ? "" : pfn);
      Hooks.names.putPage(page, name, s, slub.machine.memMap.address(page));
    }
  }

  /**
   * Records what the action does, on that CPU first. A BUG or a fault in which it ends is its last
   * step.
   */
  public static List<Step> of(Cpu cpu, Runnable action) {
    Hooks.recorder.start(cpu);
    try {
      action.run();
    } catch (KernelBug bug) {
      Hooks.recorder.step("BUG in " + bug.getMessage());
    } catch (NullPointerException fault) {
      Hooks.recorder.step("oops");
    }
    Hooks.recorder.stop();
    return Hooks.recorder.steps();
  }

  /** The function ends. */
  public static void returned(int value) {
    Hooks.recorder.step("return " + value);
  }

  /** Records a callback's call and not what it does. */
  public static void callback(String word, Runnable action) {
    boolean recording = Hooks.recorder.isRecording();
    Hooks.recorder.step(word);
    Hooks.recorder.stop();
    action.run();
    if (recording) {
      Hooks.recorder.start(null);
    }
  }

  /** What somebody else does, unseen, right after the next step of that name. */
  public static void after(String access, Runnable action) {
    Hooks.recorder.after(access, action);
  }

  /** Links of lists are steps, too. */
  public static void withLinks() {
    Hooks.links = true;
  }

  /** What the word is for a thing. */
  public static String name(Object thing) {
    return Hooks.names.value(thing);
  }
}
