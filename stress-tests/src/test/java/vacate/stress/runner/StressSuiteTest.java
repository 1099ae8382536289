// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.claim.Claim;
import vacate.claim.Defect;
import vacate.claim.Question;
import vacate.claim.Topic;
import vacate.explorer.Verdict;
import vacate.stress.control.DekkerPlain;

class StressSuiteTest {
  @Test
  void theSuiteIsTheSameEachTimeAndStartsWithTheControls() {
    List<HardwareTest> tests = StressSuite.tests();
    assertThat(tests).isEqualTo(StressSuite.tests()).isSortedAccordingTo(StressSuite.ORDER);
    assertThat(tests.get(0).name()).isEqualTo(DekkerPlain.class.getName());
    assertThat(tests.get(0).actors()).isEqualTo(2);
    assertThat(tests).extracting(HardwareTest::name).doesNotHaveDuplicates();
  }

  @Test
  void controlsComeBeforeSlicesBeforeTheProtocol() {
    assertThat(
            Stream.of(
                    test("v.protocol.A", Topic.of(Claim.C1)),
                    test("v.slice.S02", Topic.of(Claim.C1)),
                    test("v.slice.S01", Topic.of(Defect.LOCK_BIT_LOST)),
                    test("v.control.Z", Topic.control("control", "label")))
                .sorted(StressSuite.ORDER)
                .map(HardwareTest::name))
        .containsExactly("v.control.Z", "v.slice.S01", "v.slice.S02", "v.protocol.A");
  }

  private static HardwareTest test(String name, Topic topic) {
    return new HardwareTest(
        new Question(List.of(topic), null, name, List.of(Verdict.OBSERVED)), 2, "", List.of());
  }
}
