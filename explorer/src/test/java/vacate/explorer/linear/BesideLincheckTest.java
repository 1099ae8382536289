// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vacate.explorer.Deadline;
import vacate.explorer.Progress;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.Verdict;
import vacate.explorer.lincheck.Structure;
import vacate.explorer.lincheck.StructureReader;
import vacate.explorer.model.MemoryModel;

/** The same classes before Lincheck 3.7 and the explorer: {@code mvn -Pbeside-lincheck}. */
@EnabledIfSystemProperty(named = "beside.lincheck", matches = "true")
class BesideLincheckTest {
  private static final ClassLoader LOADER = BesideLincheckTest.class.getClassLoader();

  private static Map<MemoryModel, Result> explore(Class<?> type, int before) {
    Structure structure = new StructureReader(LOADER).read(type.getName()).orElseThrow();
    LinearityQuestion question = LinearityQuestion.of(new Extent(2, 2, before, 0, 1));
    Settings settings =
        Settings.DEFAULT.by(Deadline.in(Duration.ofMinutes(3), System::nanoTime, "3 min"));
    return Linearity.check(structure, question, LOADER, Set.of(SC, JMM), settings, Progress.NONE);
  }

  private static boolean isFaultyByLincheck(Class<?> type) {
    try {
      new ModelCheckingOptions()
          .threads(2)
          .actorsPerThread(2)
          .actorsBefore(1)
          .actorsAfter(0)
          .iterations(30)
          .invocationsPerIteration(1_000)
          .check(type);
      return false;
    } catch (LincheckAssertionError e) {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PlainCounter, true, REFUTED, REFUTED",
    "LockedCounter, false, PROVED, PROVED",
    "LookThenPut, true, REFUTED, REFUTED",
    "Merge, false, PROVED, PROVED",
    "Deque, true, REFUTED, REFUTED",
    "PlainBox, false, PROVED, REFUTED"
  })
  void bothSayWhatTheyCan(String name, boolean faulty, Verdict sc, Verdict jmm)
      throws ClassNotFoundException {
    Class<?> type = Class.forName(GuideExamples.class.getName() + "$" + name);
    long begun = System.nanoTime();
    Map<MemoryModel, Result> results = explore(type, 1);
    long explored = System.nanoTime();
    boolean found = isFaultyByLincheck(type);
    long checked = System.nanoTime();
    System.out.printf(
        "%-14s explorer sc %-8s jmm %-8s %6d ms   Lincheck %-8s %6d ms%n",
        name,
        results.get(SC).verdict(),
        results.get(JMM).verdict(),
        (explored - begun) / 1_000_000,
        found ? "faulty" : "passes",
        (checked - explored) / 1_000_000);
    assertThat(results.get(SC).verdict()).as(results.get(SC).toString()).isEqualTo(sc);
    assertThat(results.get(JMM).verdict()).as(results.get(JMM).toString()).isEqualTo(jmm);
    assertThat(found).isEqualTo(faulty);
  }
}
