// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import vacate.explorer.execution.Execution;
import vacate.story.Account;

/** One execution: in steps, as a graph, event by event. */
final class WitnessSection {
  /** A longer one is folded away. */
  private static final int SHORT = 12;

  private WitnessSection() {}

  static void write(Markup out, Subject subject, Showing showing) {
    Account account = showing.account();
    Execution execution = account.witness().execution();
    String where =
        (showing.revision() == null ? "" : " in " + showing.revision())
            + " under "
            + account.model().id()
            + (showing.topic().condition() == null
                ? ""
                : ", even if " + showing.topic().condition());
    String title = subject.label() + where;
    out.open("section", "class", "witness")
        .leaf("h4", "How it comes about" + where)
        .line()
        .open("p", "class", "note")
        .leaf("code", FindingText.test(account.test()))
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
    if (!account.steps().isEmpty()) {
      fold(
          out,
          "Step by step: " + FindingText.count(account.steps().size(), "step"),
          account.steps().size() <= SHORT);
      SequenceTable.write(out, account, title);
      out.closeLine();
    }
    account.delays().forEach(delay -> out.leaf("p", delay, "class", "delay").line());
    findings(out, showing);
    if (Highlights.of(account).events().isEmpty()) {
      out.leaf("p", "No thread sees or overwrites what another one does to the page.").line();
    } else {
      fold(out, "As a graph", false);
      GraphSvg.draw(out, account, "Execution graph of " + title);
      out.closeLine();
    }
    fold(
        out,
        "Event by event: " + execution.order().size(),
        account.steps().isEmpty() && execution.order().size() <= SHORT);
    EventTable.write(out, execution, title);
    out.leaf("p", "Replay token:", "class", "note")
        .leaf("pre", account.witness().token(), "class", "token", "tabindex", "0")
        .closeLine();
    out.closeLine();
  }

  private static void fold(Markup out, String summary, boolean open) {
    out.open("details", "open", open ? "open" : null).leaf("summary", summary).line();
  }

  private static void findings(Markup out, Showing showing) {
    if (showing.cure() != null) {
      out.open("p").text("Cured in ").leaf("code", showing.cure()).text(".").close().line();
    }
    if (showing.findings() == null) {
      return;
    }
    if (showing.findings().isEmpty()) {
      out.leaf("p", "The invariant checker finds nothing wrong with the machine after it.").line();
      return;
    }
    out.leaf("p", "What is wrong then, says the invariant checker:").open("ul");
    showing.findings().forEach(finding -> out.leaf("li", finding));
    out.closeLine();
  }
}
