// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.claim.Topic;
import vacate.claim.Truth;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/** The page of claims says what the ledger says. */
class ClaimsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "claims.md");

  @ParameterizedTest
  @EnumSource
  void tellsTheClaimAsTheLedgerHasIt(Claim claim) throws IOException {
    List<String> told = new ArrayList<>();
    told.add("> " + claim.statement);
    told.add(verdict(claim.truth) + " " + capital(claim.because) + ".");
    claim.qualifier.ifPresent(
        q -> told.add("*Would hold if* " + q.condition() + ". Then: " + small(verdict(q.truth()))));
    told.add("*Tests:* " + tests(claim) + ".");

    assertThat(section(claim)).containsExactlyElementsOf(told);
  }

  @Test
  void hasNoOtherClaims() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("## C"))
        .containsExactlyElementsOf(
            Arrays.stream(Claim.values()).map(ClaimsPageTest::heading).toList());
  }

  private static String heading(Claim claim) {
    return "## " + claim + ": `" + claim.label + "`";
  }

  /** The paragraphs below its heading, a line each. */
  private static List<String> section(Claim claim) throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(heading(claim) + "\n");
    String below = page.substring(page.indexOf(heading(claim)) + heading(claim).length());
    int end = below.indexOf("\n## ");
    return Arrays.stream((end < 0 ? below : below.substring(0, end)).strip().split("\n\n"))
        .map(paragraph -> paragraph.replace("\n> ", " ").replace("\n", " "))
        .toList();
  }

  private static String verdict(Truth truth) {
    return "As posted: "
        + in(truth, Revision.POSTED)
        + ". Corrected: "
        + in(truth, Revision.CORRECTED)
        + ".";
  }

  private static String in(Truth truth, Revision revision) {
    List<MemoryModel> holds =
        Arrays.stream(MemoryModel.values()).filter(model -> truth.holds(revision, model)).toList();
    if (holds.isEmpty()) {
      return "false";
    }
    return holds.size() == MemoryModel.values().length
        ? "true"
        : "true under "
            + holds.stream().map(MemoryModel::toString).collect(Collectors.joining(", "))
            + " only";
  }

  private static String tests(Claim claim) {
    return Ledger.entries().stream()
        .filter(Ledger.Entry::isDedicated)
        .filter(
            entry ->
                entry.isAbout(Topic.of(claim))
                    || claim.qualifier.isPresent()
                        && entry.isAbout(Topic.of(claim, Form.QUALIFIED)))
        .map(entry -> entry.evidence().type.getEnclosingClass().getSimpleName())
        .distinct()
        .map(name -> "`claim." + name + "`")
        .collect(Collectors.joining(", "));
  }

  /** As a sentence begins, unless it begins with a name of the kernel. */
  private static String capital(String sentence) {
    return sentence.matches("\\w*(_|->).*")
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String small(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }
}
