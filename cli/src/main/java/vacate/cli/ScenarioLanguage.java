// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import vacate.story.Wrap;
import vacate.universe.Contract;
import vacate.universe.ScenarioQuestion;
import vacate.watch.Linearizable;

/** The language of scenarios, and what of one is called broken, as text. */
final class ScenarioLanguage {
  private static final String INDENT = "  ";
  private static final int COLUMN = 17;

  private record Word(String word, String meaning) {}

  private record Section(String name, String meaning, List<Word> words) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "CACHE",
              "flags of the cache; none for one without debugging",
              List.of(
                  new Word("store_user", "SLAB_STORE_USER: SlabDebug, full slabs on a list"),
                  new Word("red_zone", "SLAB_RED_ZONE: SlabDebug, no lockless way"),
                  new Word("rcu", "SLAB_DESTROY_BY_RCU: a grace period before a page is free"))),
          new Section(
              "PAGE",
              "the one that all are about; a slab has two objects if nothing else is said",
              List.of(
                  new Word("fresh", "free, and the next that CPU 0 makes a slab of"),
                  new Word("cpu_slab", "CPU 0's own slab, one object in use"),
                  new Word("partial", "on the partial list, one object in use"),
                  new Word("full", "all objects in use, no CPU's own"),
                  new Word("kept", "empty, kept on the partial list"))),
          new Section(
              "MORE",
              "what else there is at the start",
              List.of(
                  new Word("pinned(N)", "object N, from 0 on, is in use and cannot be kicked"),
                  new Word("objects(N)", "a slab has N objects, 1 to 8"),
                  new Word("noctor", "the cache has no constructor"),
                  new Word("second", "another slab is on the partial list, one object in use"),
                  new Word("crowded", "10 others are on the partial list before it, half in use"),
                  new Word("referenced", "who is no user of the cache has a reference to the page"),
                  new Word("compound", "a slab is two pages"),
                  new Word("noops", "the cache has no callbacks"),
                  new Word("get(none)", "get pins no object, so none is kicked"),
                  new Word("kick(none)", "kick frees no object that get has pinned"),
                  new Word("kick(one)", "kick frees the first object that get has pinned"),
                  new Word(
                      "kick(irqs_off)",
                      "kick returns with interrupts off, as it must not; no sweep has it"))),
          new Section(
              "CPU",
              "what it does, one thing after the other; - for nothing",
              List.of(
                  new Word("alloc", "kmem_cache_alloc"),
                  new Word("free(N)", "kmem_cache_free of object N, unless it was freed"),
                  new Word("vacate", "kmem_cache_vacate of the page"),
                  new Word("shrink", "kmem_cache_shrink"),
                  new Word("destroy(N)", "free(N) if there is one, and kmem_cache_destroy"),
                  new Word("flush", "flush_all: every CPU puts its own slab back; a variation"),
                  new Word("defrag", "kmem_cache_defrag, of all caches; a variation"),
                  new Word("move", "kmem_cache_move, of 2019; no sweep has it"),
                  new Word("move_slabs", "kmem_cache_move_slabs of one, of 2019; no sweep has it"),
                  new Word("drain", "the free pages of the CPU go to all"),
                  new Word("nomem", "the CPU's next kmalloc fails; a variation"),
                  new Word("free(own)", "kmem_cache_free of what it allocated; no sweep has it"),
                  new Word("put", "put_page of a reference that is no user's; no sweep has it"),
                  new Word("read", "the page cache reads a page, locked; no sweep has it"),
                  new Word("create", "kmem_cache_create of another cache; no sweep has it"),
                  new Word("peek(N)", "reads object N under rcu_read_lock; no sweep has it"),
                  new Word("cpu(N)", "the process goes on on CPU N, which has none"),
                  new Word("idle", "a grace period passes, and what waits for it is freed"))),
          new Section(
              "irq: HANDLER",
              "one interrupt may come, wherever interrupts are on; it does alloc or free(N)",
              List.of()),
          new Section(
              "proc: OPERATION",
              "another process may take the CPU, where interrupts are on and preempt_count is 0, and"
                  + " do one of alloc, free(N), vacate, shrink, flush to its end; or, with cpu(N),"
                  + " the process goes on on CPU N; none comes to an idle CPU",
              List.of()));

  private ScenarioLanguage() {}

  /** In lines of no more than {@code width} columns, where words allow it. */
  static List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    lines.add("[CACHE ...] PAGE [MORE ...]: CPU | CPU [| CPU [| CPU]]");
    lines.add("A CPU does OPERATION [; OPERATION ...]");
    lines.add("  [irq: HANDLER | proc: OPERATION].");
    lines.add("");
    lines.add(INDENT + "vacate judge 'red_zone fresh: alloc | vacate'");
    lines.add(INDENT + "vacate judge 'rcu partial: free(0); idle | vacate; idle'");
    lines.add(INDENT + "vacate judge 'partial: vacate irq: free(0)'");
    lines.add(INDENT + "vacate judge 'fresh: alloc proc: alloc'");
    for (Section section : SECTIONS) {
      lines.add("");
      add(lines, section.name, COLUMN, section.meaning, width);
      section.words.forEach(w -> add(lines, INDENT + w.word, COLUMN, w.meaning, width));
    }
    lines.add("");
    lines.add("Not judged, each for its reason:");
    Contract.reasons().forEach(reason -> add(lines, "", INDENT.length(), reason, width));
    lines.add("");
    lines.add("Broken is an execution in which");
    ScenarioQuestion.whatIsBroken().forEach(w -> add(lines, "", INDENT.length(), w, width));
    add(lines, "", INDENT.length(), "CPUs wait for what never comes", width);
    add(lines, "", INDENT.length(), Linearizable.BROKEN, width);
    return lines;
  }

  private static void add(List<String> lines, String name, int column, String text, int width) {
    String head = name + " ".repeat(column - name.length());
    for (String part : Wrap.at(width - column, text)) {
      lines.add(head + part);
      head = " ".repeat(column);
    }
  }
}
