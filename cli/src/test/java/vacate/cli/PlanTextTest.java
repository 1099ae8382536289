// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.stress.runner.Capacity;
import vacate.stress.runner.Capacity.Speed;
import vacate.stress.runner.HardwareTest;
import vacate.stress.runner.Plan;
import vacate.stress.runner.Plan.Cause;
import vacate.stress.runner.Share;
import vacate.stress.runner.Topology;
import vacate.stress.runner.Weight;

class PlanTextTest {
  private static final int WIDTH = 80;

  @Test
  void itSaysWhatWillBeDoneAndHowLongThatTakes() {
    Plan plan =
        plan(
            2,
            List.of(
                new Share(test("a.Seen", Verdict.OBSERVED), 1, 300),
                new Share(test("a.Not", Verdict.NOT_OBSERVED), 6, 300),
                new Share(test("a.Either", Verdict.OBSERVED, Verdict.NOT_OBSERVED), 6, 300)),
            List.of());
    assertThat(PlanText.of(plan, 93, WIDTH))
        .containsExactly(
            "machine: 2 CPUs on 2 cores, 2.0 of them free; samples a second: 5.0 M light, 150 k"
                + " heavy; two actors race in 20.0 % of Dekker's",
            "plan: 3 tests in about 4 min 10 s, at most 5 min 24 s, and then the explorer; first 1"
                + " that must be seen, until they are, then 2 with 100000 samples or more each",
            "not in this budget: 93 other tests; --budget long has all");
  }

  @Test
  void itNamesWhatIsLeftOutAndWhatThatWouldTake() {
    List<Plan.LeftOut> out =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Plan.LeftOut(
                        test("vacate.stress.slice.Test" + i, Verdict.NOT_OBSERVED),
                        Cause.NO_TIME,
                        Duration.ofSeconds(9 + i)))
            .toList();
    List<String> lines = PlanText.of(plan(0.3, List.of(), out), 0, WIDTH);
    assertThat(lines)
        .contains(
            "this machine is busy: what is decided takes longer, and less of it can be decided",
            "plan: nothing can be decided here now",
            "left out: 20 tests, which would take 9 to 28 s each, and the time does not suffice for"
                + " all:");
    assertThat(String.join(" ", lines)).contains("slice.Test0,", "slice.Test19");
    assertThat(lines).filteredOn(line -> line.startsWith("  ")).allMatch(l -> l.length() <= WIDTH);
  }

  @Test
  void itSaysThatNothingRacesHere() {
    Plan.LeftOut out =
        new Plan.LeftOut(test("a.B", Verdict.NOT_OBSERVED), Cause.NO_RACE, Duration.ZERO);
    assertThat(PlanText.of(plan(1, List.of(), List.of(out)), 0, WIDTH))
        .contains("left out: 1 test, since two actors hardly ever run at the same time here:");
  }

  private static Plan plan(double spare, List<Share> shares, List<Plan.LeftOut> out) {
    Capacity machine =
        new Capacity(
            new Topology(2, 2),
            spare,
            0.2,
            Map.of(Weight.LIGHT, new Speed(5_000, 350), Weight.HEAVY, new Speed(150, 450)));
    return new Plan(machine, shares, out, Duration.ofSeconds(250), Duration.ofSeconds(324));
  }

  private static HardwareTest test(String name, Verdict... expected) {
    return new HardwareTest(
        new Question(List.of(Topic.control("control", "label")), null, name, List.of(expected)),
        2,
        "",
        List.of());
  }
}
