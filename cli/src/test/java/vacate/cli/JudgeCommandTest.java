// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeCommandTest {
  @TempDir Path folder;

  @Test
  void tellsWhatComesOfAScenarioAndShowsWhatIsBroken() {
    Captured posted = Captured.run("judge", "full: vacate", "--model", "sc");

    assertThat(posted.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(posted.out())
        .contains(
            "posted, full: vacate\n",
            "REFUTED under sc: 1 execution, 0 blocked, ",
            "  1  EMPTIED=1, SLAB  C14: vacate answers 1, and the page still is a slab\n",
            "How it comes about: posted, full: vacate under sc, ",
            "kmem_cache_vacate: returns 1 (EMPTIED)");
  }

  @Test
  void showsWhereAnInterruptCameAndWhatBecameOfIt() {
    Captured posted = Captured.run("judge", "partial: vacate irq: free(0)", "--model", "sc");

    assertThat(posted.out())
        .contains(
            "NOT_SLAB=1 [irq DISCARDED], FREE",
            "kmem_cache_vacate: interrupt: free(0)",
            "interrupt: done: DISCARDED",
            "kmem_cache_vacate: returns 1 (NOT_SLAB)");
  }

  /** The constructor of a cache lets this escape, which who tells the execution has to know. */
  @Test
  void tellsWhatComesOfAScenarioInWhichACacheIsCreated() {
    Captured posted = Captured.run("judge", "fresh: alloc; create | vacate", "--model", "sc");

    assertThat(posted.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(posted.out()).contains("PAGE; OK, EMPTY=1, SLAB", "How it comes about: posted, ");
  }

  @Test
  void aClaimThatBreaksIsShownWhereItDoes() {
    Captured corrected =
        Captured.run(
            "judge",
            "kept: vacate | shrink",
            "--revision",
            "corrected",
            "--model",
            "sc",
            "--claim",
            "c12");

    assertThat(corrected.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(corrected.out())
        .contains(
            "PROVED under sc: 75 executions, ",
            "  claims that break (+ also with the condition that was to save them):\n",
            "    C12   another changes the slab while vacate holds its lock\n",
            "slab_trylock: finds it locked",
            "\nThe invariant checker finds nothing wrong with the machine.\n");
  }

  @Test
  void aClaimThatDoesNotBreakIsNoMatterOfTheVerdict() {
    Captured posted = Captured.run("judge", "full: vacate", "--model", "sc", "--claim", "C8");

    assertThat(posted.exit()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(posted.out()).contains("REFUTED under sc: ", "  no claim was seen to break\n");
  }

  @Test
  void whatIsSoundIsProvedUnderEachModel() {
    Captured cured =
        Captured.run(
            "judge", "full: vacate", "--revision", "Corrected", "--model", "sc,tso,pso,jmm");

    assertThat(cured.exit()).isEqualTo(ExitStatus.AS_DECLARED);
    assertThat(cured.out().lines().filter(line -> line.startsWith("PROVED under "))).hasSize(4);
    assertThat(cured.out()).containsOnlyOnce("\n  load buffering: impossible here\n");
    assertThat(cured.out()).doesNotContain("How it comes about");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "'partial: free(0) | vacat' => '                     ^'",
        "'partial free(0) | vacate' => '                          ^'",
        "'full pinned(5): vacate' => '       ^'",
        "'noctor objects(1) partial: vacate' => '         ^'",
        "'partial: alloc & alloc | vacate' => '           ^'",
      })
  void aMistakeIsPointedAt(String scenario, String pointer) {
    Captured wrong = Captured.run("judge", scenario);

    assertThat(wrong.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err().lines().skip(1)).containsExactly("  " + scenario, pointer);
  }

  @Test
  void explainsEachOperationOfItsLanguage() {
    assertThat(Captured.run("judge", "--list").out())
        .contains("alloc ", "free(N) ", "vacate ", "shrink ", "destroy(N) ", "drain ", "idle ")
        .contains("flush ", "defrag ")
        .contains("fresh ", "cpu_slab ", "partial ", "full ", "kept ")
        .contains("store_user ", "red_zone ", "rcu ", "pinned(N) ")
        .contains("objects(N) ", "noctor ", "second ", "get(none) ", "kick(none) ")
        .contains("kick(irqs_off) ");
  }

  /** No bad outcome says it: a page that is a slab in the end may have become one again. */
  @Test
  void whatIsExplainedByNoOrderRefutes() {
    Captured posted = Captured.run("judge", "full: alloc; vacate", "--model", "sc");

    assertThat(posted.exit()).isEqualTo(ExitStatus.DIFFERS);
    assertThat(posted.out())
        .contains(
            "REFUTED under sc: 1 execution", "is explained by no order", "How it comes about");
  }

  @Test
  void noLineIsWiderThanATerminalThatIsNotNarrow() {
    assertThat(ScenarioLanguage.lines(60)).allMatch(line -> line.length() <= 60);
  }

  @Test
  void writesItsResultsAsJson() throws Exception {
    Path json = folder.resolve("r.json");

    assertThat(
            Captured.run("judge", "full: vacate", "--model", "sc", "--json", json.toString())
                .exit())
        .isEqualTo(ExitStatus.DIFFERS);

    assertThat(Files.readString(json))
        .contains("vacate.universe.Play[posted, full: vacate]", "\"REFUTED\"");
  }

  @Test
  void whatIsNotDoneInTimeIsBounded() {
    Captured late =
        Captured.run(
            "judge",
            "full: vacate | vacate | vacate",
            "--revision",
            "corrected",
            "--max-time",
            "1s");

    assertThat(late.exit()).isEqualTo(ExitStatus.UNDECIDED);
    assertThat(late.out()).contains("BOUNDED under jmm: ", "1 s for the run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "full: vacate --revision june",
        "full: vacate --model arm",
        "full: vacate --max-time soon",
        "full: vacate --claim C99",
        "full: vacate --claim C14",
        "full: vacate --list",
        "partial: destroy(0) | alloc",
        "rcu partial: idle; vacate | free(0)",
        "full: vacate | vacate | vacate | vacate | vacate",
      })
  void refusesWhatCannotBe(String arguments) {
    int options = arguments.indexOf(" --");
    List<String> typed =
        arguments.isEmpty()
            ? List.of("judge")
            : options < 0
                ? List.of("judge", arguments)
                : new java.util.ArrayList<>(List.of("judge", arguments.substring(0, options)));
    if (options >= 0) {
      typed.addAll(List.of(arguments.substring(options + 1).split(" ")));
    }

    Captured refused = Captured.run(typed.toArray(String[]::new));

    assertThat(refused.exit()).isEqualTo(ExitStatus.USAGE);
    assertThat(refused.err().strip().lines()).hasSize(1);
  }
}
