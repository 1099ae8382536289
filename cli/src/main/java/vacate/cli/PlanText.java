// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vacate.stress.runner.Capacity;
import vacate.stress.runner.Plan;
import vacate.stress.runner.Plan.Cause;
import vacate.stress.runner.Plan.LeftOut;
import vacate.stress.runner.Weight;

/** A plan as it is told before it is carried out: what will be decided, what not, and why. */
final class PlanText {
  /** With less of its processors free a machine is called busy. */
  private static final double FREE = 0.8;

  private static final String INDENT = "  ";

  private final Plan plan;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private PlanText(Plan plan, int width) {
    this.plan = plan;
    this.width = width;
  }

  /**
   * The lines.
   *
   * @param others tests that the budget is not about
   * @param width where to wrap
   */
  static List<String> of(Plan plan, int others, int width) {
    PlanText text = new PlanText(plan, width);
    text.machine();
    text.planned(others);
    text.leftOut(Cause.NO_TIME);
    text.leftOut(Cause.NO_RACE);
    return text.lines;
  }

  private void machine() {
    Capacity machine = plan.machine();
    int cpus = machine.topology().cpus();
    add(
        "machine: %s on %s, %.1f of them free; samples a second: %s light, %s heavy; two actors"
            + " race in %.1f %% of Dekker's",
        Count.of(cpus, "CPU"),
        Count.of(machine.topology().cores(), "core"),
        machine.spare(),
        perSecond(Weight.LIGHT),
        perSecond(Weight.HEAVY),
        100 * machine.raced());
    if (machine.spare() < FREE * cpus) {
      add("this machine is busy: what is decided takes longer, and less of it can be decided");
    }
  }

  private String perSecond(Weight weight) {
    return TableLine.count(Math.round(1000 * plan.machine().speeds().get(weight).perMilli()));
  }

  private void planned(int others) {
    int tests = plan.shares().size();
    if (tests == 0) {
      add("plan: nothing can be decided here now");
    } else {
      add(
          "plan: %s in about %s, at most %s, and then the explorer; first %d that must be seen, until"
              + " they are, then %d with 100000 samples or more each",
          Count.of(tests, "test"),
          Elapsed.text(plan.expected()),
          Elapsed.text(plan.limit()),
          plan.mustBeSeen(),
          tests - plan.mustBeSeen());
    }
    if (others > 0) {
      add("not in this budget: %s; --budget long has all", Count.of(others, "other test"));
    }
  }

  private void leftOut(Cause cause) {
    List<LeftOut> out = plan.leftOut().stream().filter(left -> left.cause() == cause).toList();
    if (out.isEmpty()) {
      return;
    }
    long least = out.stream().mapToLong(left -> left.needed().toSeconds()).min().orElseThrow();
    long most = out.stream().mapToLong(left -> left.needed().toSeconds()).max().orElseThrow();
    String tests = Count.of(out.size(), "test");
    switch (cause) {
      case NO_TIME ->
          add(
              "left out: %s, which would take %s each, and the time does not suffice for all:",
              tests, least == most ? least + " s" : least + " to " + most + " s");
      case NO_RACE ->
          add("left out: %s, since two actors hardly ever run at the same time here:", tests);
    }
    wrap(out.stream().map(left -> TestName.shorten(left.test().name())).toList());
  }

  private void wrap(List<String> names) {
    StringBuilder line = new StringBuilder(INDENT);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i) + (i + 1 < names.size() ? "," : "");
      if (line.length() > INDENT.length() && line.length() + 1 + name.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      }
      line.append(line.length() > INDENT.length() ? " " : "").append(name);
    }
    lines.add(line.toString());
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
