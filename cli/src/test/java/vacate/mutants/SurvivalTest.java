// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.universe.Play;

/** A reason is one of something that is generated, and a mutant has no two. */
class SurvivalTest {
  private static final ClassLoader PORT = Play.class.getClassLoader();
  private static final List<String> CHANGES =
      Stream.of(new Mutants(PORT).reordered(), new Weakened(PORT).all(Grounds.REACHING))
          .flatMap(List::stream)
          .map(m -> m.function() + ": " + m.what())
          .distinct()
          .toList();

  @ParameterizedTest
  @EnumSource
  void isSaidOfWhatIsGenerated(Survival reason) {
    assertThat(reason.changes())
        .filteredOn(p -> CHANGES.stream().noneMatch(change -> p.matcher(change).matches()))
        .extracting(Pattern::pattern)
        .isEmpty();
  }

  @Test
  void isOneForEachMutant() {
    assertThat(CHANGES)
        .filteredOn(
            change ->
                Arrays.stream(Survival.values())
                        .filter(
                            reason ->
                                reason.changes().stream()
                                    .anyMatch(p -> p.matcher(change).matches()))
                        .count()
                    > 1)
        .isEmpty();
  }
}
