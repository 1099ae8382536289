// SPDX-License-Identifier: GPL-2.0-only
package vacate.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a {@link Scenario}, and knows where in the text it is. Without regular expressions: it runs
 * as setup of explorations that follow one another, and could leave something in their machinery.
 */
final class ScenarioReader {
  private final Line line;
  private final List<List<Operation>> cpus = new ArrayList<>();
  private final Map<Integer, Operation> interrupts = new TreeMap<>();
  private Start start;

  ScenarioReader(String text) {
    line = new Line(text);
  }

  Scenario read() {
    String text = line.text();
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new ScenarioException(
          "\""
              + text
              + "\" lacks the colon behind the page's state, as in partial: free(0) | vacate",
          text.length());
    }
    start = new StartReader(line, colon).read();
    for (Line.Part cpu : line.parts(colon + 1, text.length(), Scenario.BAR)) {
      int irq = cpu.text().indexOf(Scenario.IRQ);
      if (irq >= 0) {
        int handler = irq + Scenario.IRQ.length();
        interrupts.put(cpus.size(), interrupt(line.part(cpu, handler, cpu.text().length())));
      }
      Line.Part does = irq < 0 ? cpu : line.part(cpu, 0, irq);
      cpus.add(does.text().equals(Scenario.NOTHING) ? List.of() : operations(does));
    }
    return new Scenario(start, cpus, interrupts);
  }

  private Operation interrupt(Line.Part handler) {
    return handler.meaning(
        () -> {
          Operation operation = Operation.parse(handler.text());
          new Scenario(start, List.of(List.of()), Map.of(0, operation));
          return operation;
        });
  }

  private List<Operation> operations(Line.Part cpu) {
    List<Operation> operations = new ArrayList<>();
    for (Line.Part one : line.parts(cpu.start(), cpu.start() + cpu.text().length(), ';')) {
      operations.add(one.meaning(() -> operation(one.text())));
    }
    return operations;
  }

  private Operation operation(String text) {
    Operation operation = Operation.parse(text);
    new Scenario(start, List.of(List.of(operation)));
    return operation;
  }
}
