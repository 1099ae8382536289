// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Execution;

/** Tells an execution in steps: leaves out what has no effect, and puts together what is one. */
final class Narrator {
  private final Execution execution;
  private final PageMemory memory;
  private final Effects effects;
  private final String[] entry;
  private final List<Step> steps = new ArrayList<>();

  private int actor = -1;
  private String function;
  private List<Effect> told = new ArrayList<>();
  private List<Event> events = new ArrayList<>();
  private PageState after;

  Narrator(Execution execution, PageMemory memory) {
    this.execution = execution;
    this.memory = memory;
    this.effects = new Effects(execution, memory);
    this.entry = new String[execution.actors().size()];
  }

  List<Step> tell() {
    for (Event e : execution.order()) {
      String called = KernelFunction.outermost(e);
      if (called != null) {
        entry[e.actor()] = called;
      }
      PageState before = memory.state();
      memory.apply(e);
      List<Effect> what = effects.of(e, before, memory.state());
      if (!what.isEmpty()) {
        add(e, what);
      }
    }
    close();
    return steps;
  }

  private void add(Event e, List<Effect> what) {
    String in = function(e);
    if (e.actor() != actor || !in.equals(function)) {
      close();
      actor = e.actor();
      function = in;
    }
    what.stream().filter(effect -> !told.contains(effect)).forEach(told::add);
    events.add(e);
    after = memory.state();
  }

  private String function(Event e) {
    if (PlayerField.HANDLED.isWrittenBy(e)) {
      return "interrupt"; // of whatever the actor was in
    }
    String innermost = KernelFunction.innermost(e);
    if (innermost != null) {
      return innermost;
    }
    return memory.isResult(e) && entry[e.actor()] != null
        ? entry[e.actor()]
        : execution.actors().get(e.actor());
  }

  private void close() {
    if (!told.isEmpty()) {
      steps.add(new Step(actor, function, told, events, after));
    }
    told = new ArrayList<>();
    events = new ArrayList<>();
  }
}
