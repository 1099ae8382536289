// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vacate.explorer.Explorer;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;
import vacate.story.Story;
import vacate.stress.control.DekkerPlain;

class CommunicationTest {
  private final Story story = Sample.report().counterexamples().get(2).story();
  private final Communication shown = Communication.of(story);

  @Test
  void everyEdgePointsDownButForTheOneThatIsMissing() {
    assertThat(Stream.of(shown.rf(), shown.co(), shown.fr()).flatMap(List::stream))
        .isNotEmpty()
        .allSatisfy(
            edge ->
                assertThat(shown.events().indexOf(edge.from()))
                    .isLessThan(shown.events().indexOf(edge.to())));
    assertThat(shown.passes())
        .isNotEmpty()
        .allSatisfy(
            pass ->
                assertThat(shown.events().indexOf(pass.first()))
                    .isGreaterThan(shown.events().indexOf(pass.second())));
  }

  @Test
  void edgesLeadFromThreadToThreadAndBetweenWhatIsShown() {
    assertThat(Stream.of(shown.rf(), shown.co(), shown.fr()).flatMap(List::stream))
        .allSatisfy(
            edge -> {
              assertThat(edge.from().actor()).isNotEqualTo(edge.to().actor());
              assertThat(shown.events()).contains(edge.from(), edge.to());
            });
  }

  @Test
  void ofATestWithoutAPageAllThatThreadsHaveToDoWithEachOtherIsShown() {
    Story dekker =
        Story.of(
            new TestReader(getClass().getClassLoader())
                .read(DekkerPlain.class.getName())
                .orElseThrow(),
            getClass().getClassLoader(),
            MemoryModel.TSO,
            Explorer.explore(DekkerPlain.class, MemoryModel.TSO).outcome("0, 0").witness().token());

    assertThat(dekker.start()).isNull();
    assertThat(dekker.steps()).isEmpty();
    assertThat(Communication.of(dekker).fr()).hasSize(2);
    assertThat(Communication.of(dekker).passes()).hasSize(1);
  }

  @Test
  void aLongExecutionIsShortToLookAt() {
    int events = story.witness().execution().order().size();
    assertThat(events).isGreaterThan(100);
    assertThat(shown.events()).hasSizeLessThan(events / 5);
  }
}
