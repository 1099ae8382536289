// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import vacate.explorer.Result;
import vacate.explorer.execution.Execution;
import vacate.story.Counterexample;
import vacate.story.Story;

/** One execution: in steps, as a graph, event by event. */
final class WitnessSection {
  /** A longer one is folded away. */
  private static final int SHORT = 12;

  private WitnessSection() {}

  static void write(Markup out, Subject subject, Counterexample counterexample) {
    Story story = counterexample.story();
    Execution execution = story.witness().execution();
    String where =
        (counterexample.revision() == null ? "" : " in " + counterexample.revision())
            + " under "
            + story.model().id()
            + (counterexample.topic().condition() == null
                ? ""
                : ", even if " + counterexample.topic().condition());
    String title = subject.label() + where;
    out.open("section", "class", "witness")
        .leaf("h4", "How it comes about" + where)
        .line()
        .open("p", "class", "note")
        .leaf("code", FindingText.test(story.test()))
        .text(
            ": "
                + FindingText.count(execution.order().size(), "event")
                + ", "
                + FindingText.count(execution.switches(), "context switch")
                    .replace("switchs", "switches")
                + "; outcome ")
        .leaf("code", execution.outcome() == null ? "none, it waits" : execution.outcome())
        .close()
        .line();
    if (!story.steps().isEmpty()) {
      fold(
          out,
          "Step by step: " + FindingText.count(story.steps().size(), "step"),
          story.steps().size() <= SHORT);
      SequenceTable.write(out, story, title);
      out.closeLine();
    }
    story.delays().forEach(delay -> out.leaf("p", delay, "class", "delay").line());
    findings(out, counterexample);
    if (Communication.of(story).events().isEmpty()) {
      out.leaf("p", "No thread sees or overwrites what another one does to the page.").line();
    } else {
      fold(out, "As a graph", false);
      GraphSvg.draw(out, story, "Execution graph of " + title);
      out.closeLine();
    }
    fold(
        out,
        "Event by event: " + execution.order().size(),
        story.steps().isEmpty() && execution.order().size() <= SHORT);
    EventTable.write(out, execution, title);
    out.leaf("p", "Replay token:", "class", "note")
        .leaf("pre", story.witness().token(), "class", "token", "tabindex", "0")
        .closeLine();
    out.closeLine();
  }

  private static void fold(Markup out, String summary, boolean open) {
    out.open("details", "open", open ? "open" : null).leaf("summary", summary).line();
  }

  private static void findings(Markup out, Counterexample counterexample) {
    if (counterexample.cure() != null) {
      out.open("p")
          .text("Cured in ")
          .leaf("code", cure(counterexample.cure()))
          .text(".")
          .close()
          .line();
    }
    if (counterexample.findings() == null) {
      return;
    }
    if (counterexample.findings().isEmpty()) {
      out.leaf("p", "The invariant checker finds nothing wrong with the machine after it.").line();
      return;
    }
    out.leaf("p", "What is wrong then, says the invariant checker:").open("ul");
    counterexample.findings().forEach(finding -> out.leaf("li", finding));
    out.closeLine();
  }

  private static String cure(Counterexample.Cure cure) {
    Result cured = cure.result();
    return cure.in()
        + ": "
        + cured.verdict()
        + " "
        + FindingText.test(cured.test())
        + " under "
        + cured.model().id()
        + ", "
        + FindingText.count(cured.executions(), "execution")
        + ", "
        + cured.blocked()
        + " blocked";
  }
}
