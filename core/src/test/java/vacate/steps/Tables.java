// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the kernel does, step by step, as it was written down from its text. {@code steps/README.md}
 * beside the tables says how to read them.
 */
final class Tables {
  private static final Pattern HEADING =
      Pattern.compile("== (\\S+)(?: [(]([^)]*)[)])?(?: holding (.+))?");
  private static final Pattern CALL = Pattern.compile("call (\\S+?)(?: [(]([^)]*)[)])?");

  /** One path through a function. */
  private record Table(
      String file, List<String> formals, List<String> usual, Set<String> holding, List<Row> rows) {
    /** Of {@code name} or {@code name=usual} for each formal. */
    static Table of(String file, List<String> parameters, Set<String> holding) {
      return new Table(
          file,
          parameters.stream().map(p -> p.replaceAll("=.*", "")).toList(),
          parameters.stream().map(p -> p.replaceAll(".*=", "")).toList(),
          holding,
          new ArrayList<>());
    }
  }

  /** One line of a table. */
  private record Row(int line, String text, String locks, String irqs) {}

  private final Map<String, Table> tables = new LinkedHashMap<>();

  /** Tables of those files; one that is met twice is taken from the later file. */
  Tables(String... files) {
    for (String file : files) {
      read(file);
    }
  }

  Set<String> paths() {
    return tables.keySet();
  }

  private void read(String file) {
    Table table = null;
    int line = 0;
    for (String text : lines(file)) {
      line++;
      String where = file + ":" + line;
      Matcher heading = HEADING.matcher(text.strip());
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      } else if (heading.matches()) {
        table = Table.of(file, words(heading.group(2)), locks(heading.group(3)));
        tables.put(heading.group(1), table);
      } else {
        String[] columns = text.replaceFirst(" ;.*", "").split("\\s[|]\\s");
        if (table == null || columns.length != 3) {
          throw new AssertionError(where + ": not a step: " + text);
        }
        table.rows.add(new Row(line, columns[0].strip(), columns[1].strip(), columns[2].strip()));
      }
    }
  }

  private static List<String> words(String list) {
    return list == null || list.isBlank() ? List.of() : Arrays.asList(list.split(", *"));
  }

  private static Set<String> locks(String list) {
    return list == null || list.isBlank() || list.equals("-")
        ? new TreeSet<>()
        : new TreeSet<>(Arrays.asList(list.strip().split(" +")));
  }

  private static List<String> lines(String file) {
    try (InputStream in = Tables.class.getResourceAsStream("/steps/" + file)) {
      if (in == null) {
        throw new AssertionError("no table file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths that a path's table calls by name. */
  List<String> called(String path) {
    return table(path, "the test").rows.stream()
        .map(row -> CALL.matcher(row.text))
        .filter(Matcher::matches)
        .flatMap(call -> meant(call.group(1)))
        .toList();
  }

  /** {@code f/HOW} stands for each branch of f. */
  private Stream<String> meant(String callee) {
    String function = callee.replace("/HOW", "/");
    return callee.equals(function)
        ? Stream.of(callee)
        : Stream.of(function + "freed", function + "pinned");
  }

  /** All steps of a path, those of the functions that it calls in their place. */
  List<Step> steps(String path) {
    List<Step> steps = new ArrayList<>();
    Table table = table(path, "the test");
    List<String> usual = new ArrayList<>(table.usual);
    Set<String> held = locks(bound(String.join(" ", table.holding), table, usual));
    expand(path, table, usual, held, "on", steps);
    return steps;
  }

  private Table table(String path, String asked) {
    Table table = tables.get(path);
    if (table == null) {
      throw new AssertionError("no table " + path + ", which " + asked + " asks for");
    }
    return table;
  }

  /**
   * @param held what the caller holds
   * @param irqs the caller's
   */
  private void expand(
      String path,
      Table table,
      List<String> actuals,
      Set<String> held,
      String irqs,
      List<Step> to) {
    Set<String> inherited = new TreeSet<>(held);
    inherited.removeAll(locks(bound(String.join(" ", table.holding), table, actuals)));
    for (Row row : table.rows) {
      String where = path + ", " + table.file + ":" + row.line;
      Set<String> locks = new TreeSet<>(inherited);
      locks.addAll(locks(bound(row.locks, table, actuals)));
      String state = row.irqs.equals(".") ? irqs : row.irqs;
      if (!state.matches("on|off")) {
        throw new AssertionError(where + ": are interrupts on or off?");
      }
      String text = bound(row.text, table, actuals).replace("(irqs)", "(" + irqs + ")");
      Matcher call = CALL.matcher(text);
      if (!call.matches()) {
        to.add(new Step(text, Step.sorted(locks), state, where));
        continue;
      }
      Table callee = table(call.group(1), where);
      List<String> arguments = words(call.group(2));
      if (arguments.size() != callee.formals.size()) {
        throw new AssertionError(where + ": " + call.group(1) + " wants " + callee.formals);
      }
      if (!locks.containsAll(locks(bound(String.join(" ", callee.holding), callee, arguments)))) {
        throw new AssertionError(where + ": does not hold " + callee.holding);
      }
      expand(call.group(1), callee, arguments, locks, state, to);
    }
  }

  /** The text with the table's names replaced by those that its caller gives them. */
  private static String bound(String text, Table table, List<String> actuals) {
    String result = text;
    for (int i = 0; i < actuals.size(); i++) {
      result = result.replaceAll("\\b" + table.formals.get(i) + "\\b", "\u0001" + i + "\u0002");
    }
    for (int i = 0; i < actuals.size(); i++) {
      result = result.replace("\u0001" + i + "\u0002", actuals.get(i));
    }
    return result;
  }
}
