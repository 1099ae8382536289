// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vacate.scene.CacheFlag;
import vacate.scene.Scenario;
import vacate.scene.Shape;

/**
 * Scenarios as a table: what the CPUs do against the state of the page and the kind of cache. A
 * cell is dark if something is broken there, whichever objects are pinned.
 */
final class ScenarioGrid {
  private final List<Shape> shapes;
  private final List<Set<CacheFlag>> caches;

  /** What was swept, as row, column and scenarios. */
  private final Map<String, Map<Column, List<Scenario>>> cells = new LinkedHashMap<>();

  private final Set<Scenario> open;

  private record Column(Shape shape, Set<CacheFlag> cache) {}

  /**
   * @param all of the sweep, in their order
   * @param open those of which not all is known
   */
  ScenarioGrid(List<Scenario> all, Set<Scenario> open) {
    this.open = open;
    Set<Shape> seenShapes = new LinkedHashSet<>();
    Set<Set<CacheFlag>> seenCaches = new LinkedHashSet<>();
    for (Scenario scenario : all) {
      seenShapes.add(scenario.start().shape());
      seenCaches.add(scenario.start().cache());
      cells
          .computeIfAbsent(does(scenario), d -> new LinkedHashMap<>())
          .computeIfAbsent(column(scenario), c -> new ArrayList<>())
          .add(scenario);
    }
    shapes = seenShapes.stream().sorted().toList();
    caches = List.copyOf(seenCaches);
  }

  private static Column column(Scenario scenario) {
    return new Column(scenario.start().shape(), scenario.start().cache());
  }

  /** What the CPUs do; that each waits for a grace period in the end goes without saying. */
  private static String does(Scenario scenario) {
    String text = scenario.toString();
    return text.substring(text.indexOf(": ") + 2).replace("; idle", "");
  }

  /**
   * Writes the rows in which something is broken.
   *
   * @param broken in which scenarios
   * @param even in which of them nothing helps; darker
   */
  void write(Markup out, Set<Scenario> broken, Set<Scenario> even) {
    Map<String, Map<Column, List<Scenario>>> rows = new LinkedHashMap<>(cells);
    rows.values()
        .removeIf(
            row -> row.values().stream().flatMap(List::stream).noneMatch(s -> broken.contains(s)));
    out.open("div", "class", "wide").open("table", "class", "grid").open("thead").open("tr");
    out.leaf("th", "", "rowspan", "2");
    for (Shape shape : shapes) {
      out.leaf("th", shape.toString(), "scope", "colgroup", "colspan", "" + caches.size());
    }
    out.close().line().open("tr");
    for (int i = 0; i < shapes.size(); i++) {
      for (Set<CacheFlag> cache : caches) {
        out.leaf("th", letters(cache), "scope", "col", "title", words(cache));
      }
    }
    out.close().close().line().open("tbody").line();
    rows.forEach((does, row) -> row(out, does, row, broken, even));
    out.close().close().closeLine();
  }

  private void row(
      Markup out,
      String does,
      Map<Column, List<Scenario>> row,
      Set<Scenario> broken,
      Set<Scenario> even) {
    out.open("tr").open("th", "scope", "row").leaf("code", does).close();
    for (Shape shape : shapes) {
      for (Set<CacheFlag> cache : caches) {
        cell(out, row.getOrDefault(new Column(shape, cache), List.of()), broken, even);
      }
    }
    out.closeLine();
  }

  private void cell(Markup out, List<Scenario> there, Set<Scenario> broken, Set<Scenario> even) {
    List<Scenario> bad = there.stream().filter(broken::contains).toList();
    if (there.isEmpty()) {
      out.leaf("td", "", "class", "none");
    } else if (bad.isEmpty()) {
      Scenario shown = there.stream().filter(open::contains).findFirst().orElse(there.get(0));
      boolean isKnown = !open.contains(shown);
      out.leaf(
          "td",
          isKnown ? "·" : "?",
          "class",
          isKnown ? "whole" : "open",
          "title",
          shown.toString());
    } else {
      boolean dark = bad.stream().anyMatch(even::contains);
      out.leaf(
          "td",
          dark ? "◼" : "◾",
          "class",
          dark ? "bad even" : "bad",
          "title",
          bad.stream().map(Scenario::toString).collect(Collectors.joining("\n")));
    }
  }

  private static String letters(Set<CacheFlag> cache) {
    return cache.isEmpty()
        ? "–"
        : cache.stream()
            .sorted()
            .map(f -> f.toString().substring(0, 2))
            .collect(Collectors.joining(" "));
  }

  /** What the letters above the columns mean. */
  static String words(Set<CacheFlag> cache) {
    return cache.isEmpty()
        ? "plain"
        : cache.stream().sorted().map(CacheFlag::toString).collect(Collectors.joining(" "));
  }
}
