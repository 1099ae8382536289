// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vacate.chronicle.Chronicle;
import vacate.chronicle.KeptChronicle;
import vacate.chronicle.Sighting;
import vacate.explorer.Bounds;
import vacate.explorer.Detail;
import vacate.explorer.Explorer;
import vacate.explorer.Inspection;
import vacate.explorer.Json;
import vacate.explorer.Outcome;
import vacate.explorer.Result;
import vacate.explorer.Settings;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.model.MemoryModel;
import vacate.history.HistoricDefect;
import vacate.history.PostedVersion;
import vacate.history.Probe;
import vacate.history.Proof;
import vacate.revision.Revision;
import vacate.story.Diagnosis;
import vacate.story.DiagnosisText;
import vacate.story.Story;
import vacate.story.Wrap;
import vacate.universe.Play;
import vacate.universe.ScenarioQuestion;

/** A defect of a posted version, shown in the first that has it, and where it is not any more. */
final class HistoricDemonstration {
  private static final String INDENT = "  ";

  /** As many executions as the largest of the scenarios is looked at for what it shows. */
  private static final Bounds BOUNDS = new Bounds(Bounds.DEFAULT.loop(), 20_000);

  private final HistoricDefect defect;
  private final boolean full;
  private final JsonFile json;
  private final Chronicle kept = KeptChronicle.read();
  private final int width = Math.min(ExplorerDemonstration.WIDEST, Terminal.width());
  private final List<String> lines = new ArrayList<>();

  /**
   * @param full whether each event is told
   * @param json where to write it, or null
   */
  HistoricDemonstration(HistoricDefect defect, boolean full, JsonFile json) {
    this.defect = defect;
    this.full = full;
    this.json = json;
  }

  /**
   * Prints how it comes about, if it does.
   *
   * @param model null for sequential consistency, which shows all that are shown
   * @param token of the execution that is to be rebuilt, or null
   * @return the {@link ExitStatus}
   * @throws UsageException if it is no token of that scenario under that model, or there is none
   */
  int show(MemoryModel model, String token) throws IOException {
    MemoryModel under = model == null ? MemoryModel.SC : model;
    title();
    Optional<PostedVersion> first =
        defect.shownIn().stream().sorted().findFirst().map(PostedVersion::of);
    int exit = ExitStatus.AS_DECLARED;
    if (first.isPresent()) {
      exit = shown(first.get(), under, token);
    } else if (token != null) {
      throw new UsageException("--replay: there is no execution that shows " + defect.label());
    } else if (defect.proof instanceof Proof.NotShown not) {
      paragraph("", "It is not shown: " + not.because());
    }
    versions();
    lines.forEach(System.out::println);
    if (json != null && first.isEmpty()) {
      json.write(Json.of(List.of(), Detail.BRIEF));
    }
    return exit;
  }

  private void title() {
    lines.add(defect.label() + " (" + defect.id + ")");
    lines.add("");
    paragraph(INDENT, defect.sentence + ".");
    paragraph(
        INDENT,
        "In the version of "
            + defect.since
            + ", <"
            + defect.since.messages.get(0)
            + ">; "
            + defect.provenance
            + ".");
    lines.add("");
  }

  /** By the scenario that is kept for that version. */
  private int shown(PostedVersion version, MemoryModel model, String token) throws IOException {
    Revision revision = version.revision.orElseThrow();
    Sighting.Seen seen = (Sighting.Seen) kept.of(defect, version);
    Probe probe =
        defect.probes(revision).stream()
            .filter(p -> p.scenario().equals(seen.scenario()))
            .findFirst()
            .orElseThrow();
    StressTest test = new ScenarioQuestion(revision, probe.scenario()).test();
    ClassLoader loader = Play.class.getClassLoader();
    ExploreProgress progress = new ExploreProgress(StatusLine.onStderr());
    String replayed = token;
    String among = "";
    int exit = ExitStatus.AS_DECLARED;
    if (token == null) {
      Result result =
          Explorer.explore(test, loader, Set.of(model), Settings.of(BOUNDS), progress).get(model);
      Optional<Outcome> shown =
          result.outcomes().stream()
              .filter(o -> !o.isImpossible() && probe.outcome().matcher(o.id()).matches())
              .min(
                  Comparator.comparing(Outcome::witness, Story.SHORTEST)
                      .thenComparing(Outcome::id));
      if (json != null) {
        json.write(Json.of(List.of(result), Detail.BRIEF));
      }
      replayed = shown.map(o -> o.witness().token()).orElse(null);
      among = ", the shortest in " + DiagnosisText.count(result);
      exit = shown.isPresent() ? ExitStatus.AS_DECLARED : ExitStatus.DIFFERS;
    }
    if (replayed == null) {
      paragraph("", "Under " + model.id() + " it was not seen" + among + ".");
    } else {
      Diagnosis told = diagnosis(test, loader, model, replayed, progress);
      lines.addAll(DiagnosisText.lines(told, among, width, full));
      lines.add("");
      lines.add("replay token: " + replayed);
    }
    progress.clear();
    return exit;
  }

  private static Diagnosis diagnosis(
      StressTest test,
      ClassLoader loader,
      MemoryModel model,
      String token,
      ExploreProgress progress) {
    try {
      return Diagnosis.of(Inspection.toReplay(test, loader, token), test, model, token, progress);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--replay: " + e.getMessage());
    }
  }

  /** In which versions it is, and in which it is not, by what the build has found. */
  private void versions() {
    if (!(defect.proof instanceof Proof.Explored)) {
      return;
    }
    lines.add("");
    lines.add("In each version:");
    for (PostedVersion version : PostedVersion.ported()) {
      String head = INDENT + version + " ".repeat(HistoryTable.VERSION - version.label.length());
      for (String part :
          Wrap.at(width - head.length(), SightingText.of(kept.of(defect, version)))) {
        lines.add(head + part);
        head = " ".repeat(head.length());
      }
    }
  }

  private void paragraph(String indent, String text) {
    Wrap.at(width - indent.length(), text).forEach(line -> lines.add(indent + line));
  }
}
