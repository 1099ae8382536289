// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;
import static vacate.explorer.model.MemoryModel.TSO;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vacate.explorer.cases.EntwinedInitializers;
import vacate.explorer.cases.InitializersWithOneObject;
import vacate.explorer.cases.LateInitializers;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

/** Class initialisers run once for all executions: what that cannot show is refused. */
class LateInitializersTest {
  private static final String ENTWINED = EntwinedInitializers.class.getName();

  @Test
  void fieldsThatBecomeKnownWithinEachOtherAreTwo() {
    assertThat(Explorer.explore(LateInitializers.Dekker.class, SC).verdict())
        .isEqualTo(Verdict.PROVED);
    assertThat(Explorer.explore(LateInitializers.Dekker.class, TSO).verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void whatIsTheClassesOwnIsJudged() {
    Result r = Explorer.explore(LateInitializers.UsesItsOwn.class, SC);
    assertThat(r.verdict()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("0, 3", "4, 3");
  }

  /** As an earlier instance of the test would have initialised it. */
  @ParameterizedTest
  @ValueSource(strings = {"Reads", "Writes", "ReadsElement", "Copies", "Counts", "Locks"})
  void whatUsesWhatActorsUseIsInitialisedBefore(String name) throws ClassNotFoundException {
    Class<?> test = Class.forName(LateInitializers.class.getName() + "$" + name);
    Result r = Explorer.explore(test, SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.assumes())
        .contains("a class initialised before the actors run: " + LateInitializers.class.getName());
    String token = r.outcomes().get(0).witness().token();
    ClassLoader loader = test.getClassLoader();
    StressTest again = new TestReader(loader).read(test.getName()).orElseThrow();
    assertThat(Explorer.replay(again, loader, SC, token).execution().outcome())
        .isEqualTo(r.outcomes().get(0).id());
  }

  @ParameterizedTest
  @CsvSource({
    "Waits, class initialiser that goes on for 1000000 accesses",
    "SetsThreadLocal, 'class initialiser that calls java.lang.ThreadLocal.set, while any actor'",
    "AsksForItsThread, which thread has run a class initialiser",
    "LooksAtItsTrace, looks at who calls the test",
    "EachOther, class initialiser that uses the shared field first",
  })
  void whatOthersUseTooIsRefused(String name, String what) throws ClassNotFoundException {
    Class<?> test = Class.forName(LateInitializers.class.getName() + "$" + name);
    Result r = Explorer.explore(test, SC);
    assertThat(r.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(what).contains("(LateInitializers.java:");
  }

  @ParameterizedTest
  @CsvSource({
    "TwoEnds, the initialisers of # and # need each other, $Left, $Right",
    "ParentAndChild, the initialisers of # and # need each other, $Parent, $Child",
    "BySubclasses, the initialisers of # and # need each other, $North, $South",
    "ThroughOthers, the initialisers of # and # need each other, $First, $Fourth",
    "CountInAField, class initialiser that uses the shared field last, ,",
    "CountInAnArray, class initialiser that uses the shared field of an array, ,",
    "CountInAList, class initialiser that uses the shared field size, ,",
    "ForgetWhatWasThere, class initialiser that uses the shared field usual, ,",
  })
  void initialisersThatDependOnWhoComesFirstAreRefused(
      String name, String what, String one, String other) throws ClassNotFoundException {
    String said =
        what.replaceFirst("#", Matcher.quoteReplacement(ENTWINED + one))
            .replaceFirst("#", Matcher.quoteReplacement(ENTWINED + other));
    Result r = Explorer.explore(Class.forName(ENTWINED + "$" + name), SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(said).contains("(EntwinedInitializers.java:");
  }

  /** In the order that is assumed. */
  @Test
  void oneMayLeaveAnObjectThatOthersFind() {
    Result r = Explorer.explore(EntwinedInitializers.MakeWhatIsNotThere.class, SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactly("1, 1");
    assertThat(r.assumes())
        .contains("in one order initialised before the actors run: " + ENTWINED + "$LeftLogger")
        .contains(", where later ones find " + ENTWINED + "$Loggers.usual");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OneEnd", "Constants", "InSetup", "ReadTheSame"})
  void thoseThatDoNotAreJudged(String name) throws ClassNotFoundException {
    Result r = Explorer.explore(Class.forName(ENTWINED + "$" + name), SC);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  /** Who is the first gets what the other does not get. */
  @ParameterizedTest
  @CsvSource({
    "Numbered, class initialiser that uses the shared field",
    "Named, class initialiser that uses the shared field",
    "Digested, class initialiser that calls java.security.MessageDigest.digest on the java.security",
    "Counted, class initialiser that uses the shared field of an array",
    "Drawn, class initialiser that uses the shared field value",
    "Called, class initialiser that uses the shared field cursor",
    "Failed, class initialiser that calls addSuppressed on the java.lang.IllegalStateException of",
  })
  void initialisersThatChangeOneObjectAreRefused(String name, String what)
      throws ClassNotFoundException {
    Result r = withOneObject(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).contains(what).contains("(InitializersWithOneObject.java:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Looked", "OfItsOwn"})
  void thoseThatDoNotChangeItAreJudged(String name) throws ClassNotFoundException {
    Result r = withOneObject(name);
    assertThat(r.verdict()).as(r.toString()).isEqualTo(Verdict.PROVED);
  }

  private static Result withOneObject(String name) throws ClassNotFoundException {
    return Explorer.explore(
        Class.forName(InitializersWithOneObject.class.getName() + "$" + name), SC);
  }
}
