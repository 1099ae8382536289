// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vacate.chronicle.ClaimChronicle;
import vacate.chronicle.ClaimVerdict;
import vacate.chronicle.HistoricBound;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.history.PostedVersion;
import vacate.history.Restatement;
import vacate.history.Restatements;
import vacate.report.ClaimWord;
import vacate.story.Wrap;

/** The claims in all versions, and in one, as lines of text. */
final class ClaimHistory {
  private static final String INDENT = "  ";
  private static final String SINCE = "since 2017";
  private static final int ID = 5;
  private static final int CELL = 8;

  private final ClaimChronicle chronicle;
  private final MemoryModel model;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  ClaimHistory(ClaimChronicle chronicle, MemoryModel model, int width) {
    this.chronicle = chronicle;
    this.model = model;
    this.width = width;
  }

  /** Each claim in each version. */
  List<String> matrix() {
    paragraph(
        "",
        "The claims of June 2007 in each version, restated where it takes other steps, under "
            + model.id()
            + ": in how many scenarios it breaks, behind + in how many of them with its condition,"
            + " too. Of these there are "
            + HistoricBound.scenarios(PostedVersion.JUNE).size()
            + ", and "
            + HistoricBound.scenarios(PostedVersion.SMO_2019).size()
            + " others since 2017.");
    matrix(PostedVersion.onPageFlags());
    lines.add("");
    matrix(PostedVersion.onCounters());
    lines.add("");
    paragraph(
        "",
        "holds: in every execution of all; open: not seen to break, but not every execution of all was"
            + " visited; n/a: the version has nothing that it could be about.");
    lines.add("");
    lines.add("the first scenario that breaks a claim, and the version");
    for (Claim claim : Claim.values()) {
      firstIn(PostedVersion.onPageFlags(), claim);
      firstIn(PostedVersion.onCounters(), claim);
    }
    lines.add("");
    lines.add("n/a, each for its reason");
    for (Claim claim : Claim.values()) {
      notMade(claim).forEach((because, where) -> entry(claim, where(where) + because + "."));
    }
    models();
    return lines;
  }

  private void matrix(List<PostedVersion> versions) {
    StringBuilder head = new StringBuilder(" ".repeat(ID));
    versions.forEach(v -> head.append(pad(HistoryTable.heading(v), CELL)));
    lines.add(head.toString().stripTrailing());
    for (Claim claim : Claim.values()) {
      if (versions.stream().allMatch(v -> isNotMade(v, claim))) {
        continue;
      }
      StringBuilder row = new StringBuilder(pad(claim.name(), ID));
      versions.forEach(v -> row.append(pad(ClaimWord.of(chronicle.of(v, claim, model)), CELL)));
      lines.add(row.toString().stripTrailing());
    }
  }

  private boolean isNotMade(PostedVersion version, Claim claim) {
    return chronicle.of(version, claim, model) instanceof ClaimVerdict.NotMade;
  }

  private void firstIn(List<PostedVersion> versions, Claim claim) {
    versions.stream()
        .filter(v -> chronicle.of(v, claim, model) instanceof ClaimVerdict.Breaks)
        .findFirst()
        .ifPresent(v -> entry(claim, first(v, claim) + ", " + v));
  }

  private String first(PostedVersion version, Claim claim) {
    return ((ClaimVerdict.Breaks) chronicle.of(version, claim, model)).first().toString();
  }

  private Map<String, List<PostedVersion>> notMade(Claim claim) {
    Map<String, List<PostedVersion>> by = new LinkedHashMap<>();
    for (PostedVersion version : PostedVersion.ported()) {
      if (chronicle.of(version, claim, model) instanceof ClaimVerdict.NotMade not) {
        by.computeIfAbsent(not.because(), b -> new ArrayList<>()).add(version);
      }
    }
    return by;
  }

  private static String where(List<PostedVersion> versions) {
    if (versions.equals(PostedVersion.ported())) {
      return "";
    }
    List<PostedVersion> some = new ArrayList<>(versions);
    String late = some.removeAll(PostedVersion.onCounters()) ? SINCE : "";
    String early = some.stream().map(HistoryTable::heading).collect(Collectors.joining(", "));
    return early + (early.isEmpty() || late.isEmpty() ? "" : ", ") + late + ": ";
  }

  /** In which versions it is a matter of the model whether a claim breaks. */
  private void models() {
    List<String> differ = new ArrayList<>();
    for (PostedVersion version : PostedVersion.ported()) {
      for (Claim claim : Claim.values()) {
        Set<MemoryModel> breaks = new TreeSet<>();
        Arrays.stream(MemoryModel.values())
            .filter(m -> chronicle.of(version, claim, m) instanceof ClaimVerdict.Breaks)
            .forEach(breaks::add);
        if (!breaks.isEmpty() && breaks.size() < MemoryModel.values().length) {
          differ.add(claim + " in " + version + " only under " + names(breaks));
        }
      }
    }
    lines.add("");
    paragraph(
        "",
        differ.isEmpty()
            ? "Under which model is no matter: what breaks does so under sc."
            : "Which claims break is a matter of the model of these: "
                + String.join("; ", differ)
                + ".");
  }

  private static String names(Set<MemoryModel> models) {
    return models.stream().map(MemoryModel::id).collect(Collectors.joining(", "));
  }

  /** The claims in one version. */
  List<String> page(PostedVersion version) {
    if (version.revision.isEmpty()) {
      return lines;
    }
    long cut = chronicle.of(version, model).stream().filter(f -> !f.whole()).count();
    paragraph(
        "",
        "the claims of June 2007, in "
            + HistoricBound.scenarios(version).size()
            + " scenarios under "
            + model.id()
            + (cut == 0 ? "" : ", of " + cut + " of which not every execution was visited"));
    for (Claim claim : Claim.values()) {
      String sentence =
          Restatements.of(version.revision.get(), claim) instanceof Restatement.Restated restated
              ? restated.sentence() + " "
              : "";
      entry(claim, sentence + says(chronicle.of(version, claim, model)));
    }
    return lines;
  }

  private static String says(ClaimVerdict verdict) {
    if (verdict instanceof ClaimVerdict.Holds holds) {
      return "holds in all " + scenarios(holds.scenarios()) + " that come to it";
    }
    if (verdict instanceof ClaimVerdict.NotSeen not) {
      return "not seen to break in " + scenarios(not.scenarios()) + " that come to it";
    }
    if (verdict instanceof ClaimVerdict.Breaks breaks) {
      return "breaks in "
          + breaks.scenarios()
          + " of "
          + scenarios(breaks.of())
          + " that come to it"
          + (breaks.qualified() == 0
              ? ""
              : ", in " + breaks.qualified() + " with its condition, too")
          + "; first in "
          + breaks.first();
    }
    return "n/a: " + ((ClaimVerdict.NotMade) verdict).because();
  }

  private static String scenarios(int number) {
    return number + (number == 1 ? " scenario" : " scenarios");
  }

  private void entry(Claim claim, String text) {
    String head = INDENT + pad(claim.name(), ID);
    for (String line : Wrap.at(width - head.length(), text)) {
      lines.add(head + line);
      head = " ".repeat(head.length());
    }
  }

  private static String pad(String text, int to) {
    return text + " ".repeat(Math.max(0, to - text.length()));
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
