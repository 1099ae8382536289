// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vacate.claim.Finding;
import vacate.explorer.Verdict;
import vacate.explorer.execution.Event;
import vacate.story.Counterexample;
import vacate.story.Step;
import vacate.work.JsonText;

/**
 * What is refuted as SARIF 2.1.0: one result for each claim or defect and revision in which it was
 * shown, at the line of the port at which its witness ends, with the witness as a code flow.
 */
final class Sarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Report report;
  private final List<Subject> rules = new ArrayList<>();

  private Sarif(Report report) {
    this.report = report;
  }

  static String of(Report report) throws IOException {
    JSON json = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    return JsonText.encodable(json.asString(new Sarif(report).document())) + "\n";
  }

  private Map<String, Object> document() {
    List<Map<String, Object>> results =
        VerdictMatrix.lines(report.findings()).stream()
            .filter(Sarif::isShown)
            .map(this::result)
            .toList();
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "vacate");
    driver.put("semanticVersion", "0.1.0");
    driver.put("rules", rules.stream().map(Sarif::rule).toList());
    return of(
        "$schema",
        SCHEMA,
        "version",
        "2.1.0",
        "runs",
        List.of(
            of("tool", of("driver", driver), "columnKind", "utf16CodeUnits", "results", results)));
  }

  private static boolean isShown(VerdictMatrix.Row line) {
    return line.findings().stream().anyMatch(Sarif::shows);
  }

  private static boolean shows(Finding finding) {
    return finding.verdict() == Verdict.REFUTED || finding.verdict() == Verdict.OBSERVED;
  }

  private static Map<String, Object> rule(Subject subject) {
    return of(
        "id",
        subject.id(),
        "name",
        subject.label(),
        "shortDescription",
        of("text", subject.statement()),
        "fullDescription",
        of("text", subject.statement() + " " + subject.note()));
  }

  private Map<String, Object> result(VerdictMatrix.Row line) {
    Subject subject = line.subject();
    if (!rules.contains(subject)) {
      rules.add(subject);
    }
    List<Finding> shown = line.findings().stream().filter(Sarif::shows).toList();
    Counterexample counterexample =
        report.of(subject).stream()
            .filter(s -> s.revision() == line.revision())
            .filter(s -> Objects.equals(s.topic().condition(), line.condition()))
            .findFirst()
            .orElse(null);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", subject.id());
    result.put("ruleIndex", rules.indexOf(subject));
    result.put("kind", "fail");
    result.put("level", line.isAsDeclared() ? "warning" : "error");
    result.put("message", of("text", message(line, shown)));
    result.put("locations", List.of(location(where(subject, shown.get(0), counterexample))));
    result.put(
        "partialFingerprints",
        of(
            "subjectAndRevision/v1",
            subject.label() + "/" + FindingText.revisionAndForm(shown.get(0))));
    if (counterexample != null) {
      result.put("codeFlows", List.of(flow(counterexample)));
    }
    return result;
  }

  private static String message(VerdictMatrix.Row line, List<Finding> shown) {
    Subject s = line.subject();
    return s.label()
        + (line.revision() == null ? "" : " in " + line.revision())
        + (line.condition() == null ? "" : ", even if " + line.condition())
        + ", "
        + shown.get(0).verdict()
        + " by "
        + String.join(", ", shown.stream().map(FindingText::judge).distinct().toList())
        + (line.isAsDeclared() ? ", as declared" : ", " + Pill.DIFFERS)
        + ": "
        + s.statement()
        + " "
        + s.note();
  }

  private static SourceFile where(Subject subject, Finding finding, Counterexample counterexample) {
    SourceFile last =
        counterexample == null
            ? null
            : SourceFile.last(counterexample.story().witness().execution());
    return last != null ? last : SourceFile.of(subject, finding.test());
  }

  private static Map<String, Object> location(SourceFile at) {
    return of(
        "physicalLocation",
        of("artifactLocation", of("uri", at.path()), "region", of("startLine", at.line())));
  }

  /** Each thread's steps, numbered through in the order in which they take effect. */
  private static Map<String, Object> flow(Counterexample counterexample) {
    List<String> actors = counterexample.story().witness().execution().actors();
    List<List<Object>> threads = new ArrayList<>();
    actors.forEach(actor -> threads.add(new ArrayList<>()));
    int number = 0;
    for (Step step : counterexample.story().steps()) {
      number++;
      SourceFile at =
          step.events().stream()
              .map(Event::stack)
              .flatMap(stack -> stack.stream().map(SourceFile::of).limit(1))
              .filter(file -> file != null)
              .findFirst()
              .orElse(null);
      if (at != null) {
        Map<String, Object> location = new LinkedHashMap<>(location(at));
        location.put("message", of("text", step.text()));
        threads.get(step.actor()).add(of("executionOrder", number, "location", location));
      }
    }
    List<Object> flows = new ArrayList<>();
    for (int a = 0; a < threads.size(); a++) {
      if (!threads.get(a).isEmpty()) {
        flows.add(of("id", actors.get(a), "locations", threads.get(a)));
      }
    }
    return of("threadFlows", flows);
  }

  /** Keys and values in turn. */
  private static Map<String, Object> of(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}
