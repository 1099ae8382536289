// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;
import static vacate.explorer.model.MemoryModel.SC;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.ConcurrentClasses;
import vacate.explorer.cases.SharedCollections;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;
import vacate.explorer.model.MemoryModel;

/** Classes of the JDK that threads share are code like the test's own. */
class JdkCodeTest {
  private static final String ASSUMED =
      "java.util as implemented by JDK " + System.getProperty("java.version");

  private static Map<MemoryModel, Result> explore(Class<?> cases, String name)
      throws ClassNotFoundException {
    Class<?> test = Class.forName(cases.getName() + "$" + name);
    return Explorer.explore(test, Set.of(SC, JMM), Settings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LatchTimed",
        "Exchanges",
        "ReadLock",
        "OptimisticRead",
        "Barrier",
        "LinkedQueuePolls",
        "LinkedQueueOffers",
        "MapMerges",
        "MapComputesIfAbsent",
        "MapOfThree",
        "KeySet",
        "LinkedBlocking",
        "ArrayBlocking",
        "BlockingDeque",
        "PriorityBlocking",
        "Adder",
        "Accumulator",
        "CopyOnWriteList",
        "CopyOnWriteSet",
        "FutureCompletes",
        "FutureThenAccepts",
        "FuturesCombine",
        "FutureFails",
        "PhaserOfTwo",
        "SkipListMerges",
        "LinkedDequePolls",
        "FutureTaskRuns",
        "OwnSynchronizer",
        "StampedReference",
        "FairLockWithQueue",
        "SemaphoreWithQueueLength",
      })
  void whatAConcurrentClassPromisesIsProved(String name) throws ClassNotFoundException {
    explore(ConcurrentClasses.class, name)
        .forEach(
            (model, r) -> {
              assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
              assertThat(r.assumes())
                  .isEqualTo(
                      model == JMM
                          ? ASSUMED + ", compiled with its data dependencies kept"
                          : ASSUMED);
            });
  }

  /**
   * Who hands over in later JDKs reads plainly who waits, after a compare-and-set of the item; who
   * waits has a full fence there. By the letter that read may come before the write, and nobody is
   * woken: it takes an update that is a full fence, which Java does not promise.
   */
  @ParameterizedTest
  @ValueSource(strings = {"SynchronousHandOver", "TransferQueue"})
  void aHandOverOfLaterJdksReliesOnAFence(String name) throws ClassNotFoundException {
    Map<MemoryModel, Result> results = explore(ConcurrentClasses.class, name);
    Result r = results.get(JMM);
    assertThat(results.get(SC).verdict()).isEqualTo(Verdict.PROVED);
    if (Runtime.version().feature() <= JRE.JAVA_21.version()) {
      assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    } else {
      assertThat(r.outcomes().stream().filter(Outcome::refutes).map(Outcome::id))
          .as(r.toString())
          .containsExactly("deadlock");
    }
  }

  /**
   * Behind the compare-and-set by which {@code writeLock} takes the lock is a fence, behind that by
   * which a read lock becomes one to write is none, in JDK 17 and 25: by the letter what is written
   * then may be seen by who reads optimistically, and finds the lock as it was.
   */
  @Test
  void aStampedLockThatIsConvertedLacksAFence() throws ClassNotFoundException {
    Map<MemoryModel, Result> results = explore(ConcurrentClasses.class, "ReadLockMadeOneToWrite");
    Result r = results.get(JMM);
    assertThat(results.get(SC).verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomes().stream().filter(Outcome::refutes).map(Outcome::id))
        .as(r.toString())
        .containsExactlyInAnyOrder("0, 1", "1, 0");
    for (String outcome : List.of("0, 1", "1, 0")) {
      assertThat(r.outcome(outcome).witness().toString())
          .contains("a: the model lets write 1.5 pass update 1.4.")
          .contains("ence before the write of ReadLockMadeOneToWrite.x");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LatchOfTwoCountedOnce, deadlock",
    "WritesUnderReadLock, '0, 1'",
    "OptimisticReadWithoutValidation, '1, 0'",
    "BarrierOfThree, deadlock",
    "WritesBehindTheExchange, '2, 1, 0'",
    "MapChecksThenActs, '1, 1'",
  })
  void whoUsesOneWronglyIsRefuted(String name, String outcome) throws ClassNotFoundException {
    explore(ConcurrentClasses.class, name)
        .forEach(
            (model, r) -> {
              assertThat(r.outcome(outcome).refutes()).as(r.toString()).isTrue();
              assertThat(r.outcome(outcome).witness().lines()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SyncMap",
        "VectorAdds",
        "TableMerges",
        "AllUnderOneLock",
        "StreamUnderLock",
        "OwnSubclass",
        "OfEnums"
      })
  void collectionsUnderALockAreProved(String name) throws ClassNotFoundException {
    explore(SharedCollections.class, name)
        .forEach((model, r) -> assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED));
  }

  @Test
  void aTableOfEnumsMayBeWhatInitialisesThem() throws ClassNotFoundException {
    explore(SharedCollections.class, "OfEnumsFirstMet")
        .forEach((model, r) -> assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED));
  }

  @Test
  void aListWithoutALockLosesElementsOrThrows() throws ClassNotFoundException {
    explore(SharedCollections.class, "ListWithoutLock")
        .forEach(
            (model, r) ->
                assertThat(r.outcomeIds())
                    .containsExactlyInAnyOrder(
                        "1, 1",
                        "1, 2",
                        "2, 1",
                        "2, 2",
                        "a threw java.lang.ArrayIndexOutOfBoundsException: "
                            + "Index 1 out of bounds for length 0",
                        "b threw java.lang.ArrayIndexOutOfBoundsException: "
                            + "Index 1 out of bounds for length 0"));
  }

  /** Not by the name under which it is woven. */
  @Test
  void aWitnessSaysInWhichCodeOfTheJdkItIs() throws ClassNotFoundException {
    Result r = explore(SharedCollections.class, "ListWithoutLock").get(SC);
    assertThat(r.outcome("1, 1").witness().lines(true))
        .anyMatch(line -> line.endsWith(" in java.util.ArrayList.grow"))
        .noneMatch(line -> line.contains("standin"));
  }

  @Test
  void anIteratorFailsFast() throws ClassNotFoundException {
    Result r = explore(SharedCollections.class, "IteratesWhileAnotherAdds").get(SC);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder("1, 2", "2, 2", "9, 2");
  }

  @Test
  void aTokenRebuildsAnExecutionOfIt() throws ClassNotFoundException {
    Result r = explore(ConcurrentClasses.class, "MapChecksThenActs").get(JMM);
    Witness found = r.outcome("1, 1").witness();
    ClassLoader loader = getClass().getClassLoader();
    StressTest test =
        new TestReader(loader).read(ConcurrentClasses.MapChecksThenActs.class.getName()).get();
    Witness again = Explorer.replay(test, loader, JMM, found.token());
    assertThat(again.lines()).isEqualTo(found.lines());
  }
}
