// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.CHOICE;
import static vacate.explorer.graph.Access.FENCE;
import static vacate.explorer.graph.Access.LOAD_LOAD;
import static vacate.explorer.graph.Access.OPAQUE;
import static vacate.explorer.graph.Access.RELEASE;
import static vacate.explorer.graph.Access.STORE_STORE;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vacate.explorer.Linearization.Departure;
import vacate.explorer.jcstress.WovenTest;
import vacate.explorer.search.Snapshot.Event;
import vacate.explorer.weave.Site;

/** Writes an execution as columns, one for each actor, one event a line. */
final class WitnessPrinter {
  private static final int GAP = 3;

  private final WovenTest test;

  WitnessPrinter(WovenTest test) {
    this.test = test;
  }

  List<String> print(Linearization execution) {
    int threads = test.threads();
    List<String[]> rows = new ArrayList<>();
    String[] header = new String[threads];
    Arrays.setAll(header, test::threadName);
    rows.add(header);
    for (Event e : execution.order) {
      String[] row = new String[threads];
      row[e.thread()] = describe(e);
      rows.add(row);
    }
    List<String> lines = columns(rows);
    Set<String> sentences = new LinkedHashSet<>();
    execution.departures.forEach(d -> sentences.add(sentence(d)));
    lines.addAll(sentences);
    return lines;
  }

  private static List<String> columns(List<String[]> rows) {
    int[] width = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        width[c] = Math.max(width[c], row[c] == null ? 0 : row[c].length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.length; c++) {
        String cell = row[c] == null ? "" : row[c];
        line.append(cell).append(" ".repeat(width[c] - cell.length() + GAP));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private String describe(Event e) {
    String at = e.site() instanceof Site s ? "  " + s.file() + ":" + s.line() : "";
    return number(e) + " " + what(e) + at;
  }

  /** Events are numbered in program order, so that a departure from it is seen. */
  private static String number(Event e) {
    return (e.thread() + 1) + "." + (e.index() + 1);
  }

  private String what(Event e) {
    int access = e.access();
    if ((access & FENCE) != 0) {
      return fence(access);
    }
    if ((access & CHOICE) != 0) {
      return e.value() == 0 ? "weak CAS tries" : "weak CAS fails spuriously";
    }
    String value = test.show(e.location(), e.value());
    String name = test.locationName(e.location());
    if (e.isWrite()) {
      return mode(access) + name + " = " + value;
    }
    String from =
        e.source() == null
            ? "initial value"
            : (e.source().thread() + 1) + "." + (e.source().index() + 1);
    return mode(access) + name + " -> " + value + " (from " + from + ")";
  }

  private static String mode(int access) {
    String update = (access & UPDATE) != 0 ? "atomic " : "";
    if ((access & VOLATILE) != 0) {
      return update + "volatile ";
    }
    if ((access & RELEASE) != 0) {
      return update + "release ";
    }
    if ((access & ACQUIRE) != 0) {
      return update + "acquire ";
    }
    return update.isEmpty() && (access & OPAQUE) != 0 ? "opaque " : update;
  }

  private static String fence(int access) {
    if ((access & VOLATILE) != 0) {
      return "fullFence";
    }
    if ((access & STORE_STORE) != 0) {
      return "storeStoreFence";
    }
    if ((access & LOAD_LOAD) != 0) {
      return "loadLoadFence";
    }
    return (access & ACQUIRE) != 0 ? "acquireFence" : "releaseFence";
  }

  private String sentence(Departure d) {
    return test.threadName(d.first().thread())
        + ": the model lets "
        + kind(d.second())
        + " "
        + number(d.second())
        + " pass "
        + kind(d.first())
        + " "
        + number(d.first())
        + "; "
        + cure(d)
        + " would have forbidden it.";
  }

  private static String kind(Event e) {
    return e.isWrite() ? "write" : "read";
  }

  private static String cure(Departure d) {
    if (d.first().isWrite()) {
      return d.second().isWrite()
          ? "a storeStoreFence between them, or a release write for the second,"
          : "a fullFence between them, or volatile for both,";
    }
    return d.second().isWrite()
        ? "an acquire read for the first, or a release write for the second,"
        : "a loadLoadFence between them, or an acquire read for the first,";
  }
}
