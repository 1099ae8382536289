// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Execution;
import vacate.explorer.execution.Execution.Pass;
import vacate.explorer.execution.Frame;

/** Writes an execution as columns, one for each actor, one event a line. */
final class WitnessPrinter {
  private static final int GAP = 3;

  private final Execution execution;
  private final Set<Event> leftOut;

  /**
   * @param allEvents whether {@link Execution#uncontended} events are printed, too
   */
  WitnessPrinter(Execution execution, boolean allEvents) {
    this.execution = execution;
    this.leftOut = allEvents ? Set.of() : execution.uncontended();
  }

  List<String> print() {
    List<String[]> rows = new ArrayList<>();
    int[] column = columns();
    String[] head = new String[(int) Arrays.stream(column).filter(c -> c >= 0).count()];
    for (int actor = 0; actor < column.length; actor++) {
      if (column[actor] >= 0) {
        head[column[actor]] = execution.actors().get(actor);
      }
    }
    rows.add(head);
    for (Event e : execution.order()) {
      if (leftOut.contains(e)) {
        continue;
      }
      String[] row = new String[head.length];
      row[column[e.actor()]] = e.number() + " " + what(e) + place(e);
      rows.add(row);
    }
    List<String> lines = columns(rows);
    if (!leftOut.isEmpty()) {
      lines.add(whatIsLeftOut());
    }
    Set<String> sentences = new LinkedHashSet<>();
    execution.passes().forEach(p -> sentences.add(sentence(p)));
    lines.addAll(sentences);
    return lines;
  }

  /** The column of each actor; -1 for a thread that was never started. */
  private int[] columns() {
    int[] column = new int[execution.actors().size()];
    int next = 0;
    for (int actor = 0; actor < column.length; actor++) {
      boolean isActor = execution.actors().get(actor).indexOf(' ') < 0;
      column[actor] = isActor || !execution.events().get(actor).isEmpty() ? next++ : -1;
    }
    return column;
  }

  private String whatIsLeftOut() {
    List<String> shares = new ArrayList<>();
    for (int actor = 0; actor < execution.actors().size(); actor++) {
      int a = actor;
      long events = leftOut.stream().filter(e -> e.actor() == a).count();
      if (events > 0) {
        shares.add(execution.actors().get(actor) + " " + events);
      }
    }
    return "left out: "
        + leftOut.size()
        + (leftOut.size() == 1 ? " event" : " events")
        + " on what one actor alone uses or nobody writes ("
        + String.join(", ", shares)
        + ")";
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

  /**
   * The line in the source, whose it is where that is not the actor itself, and in which code of
   * the JDK that it calls.
   */
  private String place(Event e) {
    if (e.stack().isEmpty()) {
      return "";
    }
    Frame f = e.stack().get(0);
    String method = f.method().equals(execution.actors().get(e.actor())) ? "" : f.method() + " ";
    return "  " + method + f.place() + (e.ofTheJdk() == null ? "" : " in " + e.ofTheJdk());
  }

  private String what(Event e) {
    return switch (e.kind()) {
      case FENCE -> fence(e.mode());
      case CHOICE -> "weak CAS " + (e.failsSpuriously() ? "fails spuriously" : "tries");
      case WAKEUP -> "wait " + (e.isChosen() ? "returns for no reason" : "begins");
      case LATE -> (e.isChosen() ? "too late" : "in time") + " for a wait";
      case LOT -> "of several " + (e.isChosen() ? "another" : "this one");
      case TIME -> (e.isChosen() ? "an hour" : "no time") + " passes";
      case INTERRUPT -> "interrupt";
      case LOCK -> "lock " + e.location() + from(e);
      case FAILED_LOCK -> "finds locked " + e.location() + from(e);
      case UNLOCK -> "unlock " + e.location();
      case WRITE -> mode(e) + e.location() + " = " + e.written();
      case READ -> mode(e) + e.location() + " -> " + e.read() + from(e);
      case FAILED_UPDATE -> "atomic " + mode(e) + e.location() + " -> " + e.read() + from(e);
      case UPDATE ->
          "atomic " + mode(e) + e.location() + " -> " + e.read() + from(e) + ", = " + e.written();
    };
  }

  private String from(Event read) {
    Event source = execution.source(read);
    return " (from " + (source == null ? "initial value" : source.number()) + ")";
  }

  private static String mode(Event e) {
    boolean update = e.read() != null && e.kind() != Kind.READ;
    return e.mode() == Mode.PLAIN || update && e.mode() == Mode.OPAQUE
        ? ""
        : e.mode().name().toLowerCase(Locale.ROOT) + " ";
  }

  private static String fence(Mode mode) {
    return switch (mode) {
      case STORE_STORE -> "storeStoreFence";
      case LOAD_LOAD -> "loadLoadFence";
      case ACQUIRE -> "acquireFence";
      case RELEASE -> "releaseFence";
      case ACQUIRE_RELEASE -> "acquireFence, releaseFence";
      case PLAIN -> "no fence";
      default -> "fullFence";
    };
  }

  private String sentence(Pass p) {
    String actor = execution.actors().get(p.first().actor()) + ": ";
    return p.explained()
        ? actor + "the model lets " + named(p.second()) + " pass " + named(p.first()) + "."
        : actor
            + named(p.second())
            + " is told before "
            + named(p.first())
            + ", which it does not pass: the model lets actors see writes in orders that do not fit together.";
  }

  private static String named(Event e) {
    return kind(e) + " " + e.number();
  }

  private static String kind(Event e) {
    return !e.writes() ? "read" : !e.reads() ? "write" : "update";
  }
}
