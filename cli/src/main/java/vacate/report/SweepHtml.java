// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vacate.claim.Claim;
import vacate.scene.Scenario;
import vacate.universe.SweepSummary;
import vacate.watch.Watchman;

/**
 * A sweep as a page to read: what is broken, then each claim of the patch, and in which scenarios.
 * One file that needs no other, and no network.
 */
public final class SweepHtml {
  private static final int SHOWN = 5;

  private final Markup out = Markup.html();
  private final String revision;
  private final List<String> sentences;
  private final List<SweepSummary> summaries;
  private final boolean watched;

  /** Those of which not all is known. */
  private final Set<Scenario> open;

  private final ScenarioGrid grid;

  private SweepHtml(
      String revision,
      List<String> sentences,
      List<Scenario> scenarios,
      List<SweepSummary> summaries,
      boolean watched) {
    this.revision = revision;
    this.sentences = sentences;
    this.summaries = summaries;
    this.watched = watched;
    this.open =
        summaries.stream()
            .flatMap(s -> Stream.of(s.cutShort(), s.notBegun()))
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    this.grid = new ScenarioGrid(scenarios, open);
  }

  /**
   * The page.
   *
   * @param revision its label
   * @param sentences what the sweep comes to, in words
   * @param scenarios all of them, in their order
   * @param summaries one for each model
   * @param watched whether the patch's claims are watched in that revision
   */
  public static String of(
      String revision,
      List<String> sentences,
      List<Scenario> scenarios,
      List<SweepSummary> summaries,
      boolean watched) {
    SweepHtml page = new SweepHtml(revision, sentences, scenarios, summaries, watched);
    page.write();
    return page.out.toString();
  }

  private void write() {
    String title = "kmem_cache_vacate, " + revision + ", in every scenario";
    out.open("html", "lang", "en").line();
    out.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        .empty("link", "rel", "icon", "href", "data:,")
        .leaf("title", "Vacate: " + title)
        .line()
        .open("style")
        .verbatim(IndexHtml.resource("report.css"))
        .close()
        .closeLine();
    out.open("body").line().open("header").leaf("h1", title).line();
    sentences.forEach(sentence -> out.leaf("p", sentence, "class", "summary").line());
    if (!open.isEmpty()) {
      out.leaf("p", open.size() + " of them were not explored to their end.").line();
    }
    out.leaf(
            "p",
            "A row is what the CPUs do at once, a column a state of the page and a kind of cache. Dark:"
                + " broken there; a dot: not broken; ?: not seen to be, and not explored to the end;"
                + " empty: no such scenario. Columns: – plain, st"
                + " store_user, re red_zone, rc rcu.",
            "class",
            "note")
        .closeLine();
    out.open("main").line();
    broken();
    claims();
    out.closeLine();
    out.close().closeLine();
  }

  private void broken() {
    Map<String, Set<Scenario>> all = new LinkedHashMap<>();
    for (SweepSummary s : summaries) {
      s.broken()
          .forEach(
              (what, where) -> all.computeIfAbsent(what, w -> new LinkedHashSet<>()).addAll(where));
    }
    out.open("section", "id", "broken").leaf("h2", "What is broken").line();
    if (all.isEmpty()) {
      out.leaf("p", "Nothing, in what was explored.");
    }
    all.forEach(
        (what, where) -> {
          out.open("div", "class", "subject").leaf("h3", what).line();
          places(where, "");
          grid.write(out, where, where);
          out.closeLine();
        });
    out.closeLine();
  }

  private void claims() {
    out.open("section", "id", "claims").leaf("h2", "Claims of the patch").line();
    if (watched) {
      new TreeSet<>(Watchman.WATCHED).forEach(this::claim);
    } else {
      out.leaf("p", "They are not watched in this revision.");
    }
    out.closeLine();
  }

  private void claim(Claim claim) {
    Set<Scenario> literal = where(claim, false);
    Set<Scenario> even = where(claim, true);
    out.open("article", "class", "subject", "id", claim.name())
        .open("h3")
        .leaf("span", claim.name(), "class", "id")
        .text(" " + claim.label + " ");
    boolean whole = summaries.stream().allMatch(SweepSummary::isWhole);
    Pill.word(
        out,
        literal.isEmpty()
            ? whole ? "HOLDS IN ALL " + summaries.get(0).scenarios() : "NOT SEEN TO BREAK"
            : "BREAKS",
        literal.isEmpty() ? whole ? "holds" : "open" : "broken");
    out.closeLine();
    out.leaf("p", claim.statement, "class", "statement")
        .leaf("p", "In " + claim.place + "; " + claim.source.reference, "class", "place")
        .line();
    if (!literal.isEmpty()) {
      out.leaf("p", "As it stands it breaks " + counts(claim, false) + ".");
      claim.qualifier.ifPresent(
          q ->
              out.leaf(
                  "p",
                  "It would hold if "
                      + q.condition()
                      + (even.isEmpty()
                          ? whole
                              ? ": so it does in all of these."
                              : "; it was not seen to break even so, but not all was explored."
                          : "; it breaks even so " + counts(claim, true) + ".")));
      out.leaf("p", "Why: " + claim.because + ".", "class", "note").line();
      places(literal, " --claim " + claim);
      grid.write(out, literal, even);
    }
    out.closeLine();
  }

  private Set<Scenario> where(Claim claim, boolean qualified) {
    return summaries.stream()
        .map(s -> qualified ? s.qualified() : s.claims())
        .flatMap(all -> all.getOrDefault(claim, List.of()).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** In how many scenarios, under which models. */
  private String counts(Claim claim, boolean qualified) {
    Map<Integer, List<String>> models = new LinkedHashMap<>();
    for (SweepSummary s : summaries) {
      int n = (qualified ? s.qualified() : s.claims()).getOrDefault(claim, List.of()).size();
      models.computeIfAbsent(n, m -> new ArrayList<>()).add(s.model().id());
    }
    String counts =
        models.entrySet().stream()
            .map(e -> "in " + e.getKey() + " under " + String.join(", ", e.getValue()))
            .collect(Collectors.joining("; "));
    return counts + ", of " + summaries.get(0).scenarios() + " scenarios";
  }

  /** The first scenarios, as commands that show it. */
  private void places(Set<Scenario> where, String more) {
    out.open("ul").line();
    where.stream()
        .limit(SHOWN)
        .forEach(
            s ->
                out.open("li")
                    .leaf("code", "./vacate judge '" + s + "' --revision " + revision + more)
                    .closeLine());
    if (where.size() > SHOWN) {
      out.leaf("li", "and " + (where.size() - SHOWN) + " more").line();
    }
    out.closeLine();
  }
}
