// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vacate.chronicle.CureChronicle;
import vacate.chronicle.CureFound;
import vacate.chronicle.HistoricBound;
import vacate.explorer.Verdict;
import vacate.history.Cure;
import vacate.history.Cures;
import vacate.history.PostedVersion;
import vacate.report.CureWords;
import vacate.revision.Revision;
import vacate.story.Wrap;

/** What every version had to be changed in, and one, and what came of it, as lines of text. */
final class CureText {
  private static final String INDENT = "  ";
  private static final int HANGING = 4;
  private static final int CHANGES = 9;

  /** The longest label, and two spaces. */
  private static final int REVISION = 31;

  private final CureChronicle chronicle;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  CureText(CureChronicle chronicle, int width) {
    this.chronicle = chronicle;
    this.width = width;
  }

  /** A line for each version. */
  List<String> table() {
    paragraph(
        "",
        "The cure of each version: how many steps it changes, and in how many scenarios, the "
            + HistoricBound.scenarios().size()
            + " and those that show its defects, nothing is broken and no defect seen, under each of "
            + CureWords.models()
            + ".");
    for (PostedVersion version : PostedVersion.ported()) {
      Optional<Cure> cure = Cures.of(version);
      if (cure.isEmpty()) {
        continue;
      }
      List<CureFound> found = chronicle.of(cure.get().revision());
      lines.add(
          pad(version.label, HistoryTable.VERSION)
              + pad(cure.get().changes().size() + " steps", CHANGES)
              + pad(cure.get().revision().label, REVISION)
              + CureWords.verdict(found));
    }
    return lines;
  }

  /** What the cure of one version changes, and what came of it. */
  List<String> page(PostedVersion version) {
    Optional<Cure> cure = Cures.of(version);
    if (cure.isEmpty()) {
      return lines;
    }
    Revision revision = cure.get().revision();
    lines.add("its cure, " + revision + ", changes " + cure.get().changes().size() + " steps");
    cure.get()
        .changes()
        .forEach(
            change -> entry(change.sentence() + " (" + CureWords.cures(change, version) + ")"));
    cure.get().left().forEach((defect, why) -> entry("left as it is: " + defect.id + ", " + why));
    lines.add("");
    summary(chronicle.of(revision));
    return lines;
  }

  private void summary(List<CureFound> found) {
    long executions = found.stream().mapToLong(CureFound::executions).sum();
    int asked = HistoricBound.scenarios().size();
    paragraph(
        INDENT,
        CureWords.verdict(found)
            + " scenarios under "
            + CureWords.models()
            + ", "
            + asked
            + " of two CPUs with one operation each and "
            + (found.size() - asked)
            + " that show defects; "
            + String.format(Locale.ROOT, "%,d", executions)
            + " executions");
    found.stream()
        .filter(f -> f.verdict() != Verdict.PROVED)
        .forEach(f -> entry(f.scenario() + ": " + f.verdict() + ", " + f.because()));
  }

  private void entry(String text) {
    String indent = INDENT;
    for (String line : Wrap.at(width - HANGING, text)) {
      lines.add(indent + line);
      indent = " ".repeat(HANGING);
    }
  }

  private static String pad(String text, int to) {
    return text + " ".repeat(Math.max(0, to - text.length()));
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
