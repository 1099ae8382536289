// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vacate.claim.Defect;
import vacate.claim.Judge;
import vacate.explorer.model.MemoryModel;
import vacate.history.HistoricDefect;

/** {@code vacate reproduce}. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Show a defect: the shortest execution that has it, what is wrong then, and that it is cured.",
      "Without a name: all defects, a sentence each."
    })
final class ReproduceCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DEFECT",
      arity = "0..1",
      description = "Its name or id, as lock-bit-lost or d1.")
  private String name;

  @Option(
      names = "--judge",
      paramLabel = "explorer|lincheck|jcstress",
      defaultValue = "explorer",
      description = "Who shows it; explorer if not given.")
  private String judge;

  @Option(
      names = "--model",
      paramLabel = Models.ONE,
      description = "Under which memory model; the strongest that shows it if not given.")
  private String model;

  @Option(
      names = "--replay",
      paramLabel = "TOKEN",
      description = "Rebuild the one execution that the token stands for, and look for no other.")
  private String token;

  @Option(names = "--full", description = "Tell every event, not every step.")
  private boolean full;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    Judge by = TypedNames.parse("--judge", List.of(judge), Judge.values()).get(0);
    boolean explorers = model != null || token != null || full;
    if (name == null && (explorers || by != Judge.EXPLORER || json.isGiven())) {
      throw new UsageException("which defect? without options all are listed");
    }
    if (by != Judge.EXPLORER && explorers) {
      throw new UsageException("--model, --replay and --full are the explorer's");
    }
    if (name == null) {
      DefectList.lines(Terminal.width()).forEach(System.out::println);
      return ExitStatus.AS_DECLARED;
    }
    if (token != null) {
      json.refuseWith("--replay");
    }
    Optional<Defect> junes = defect();
    MemoryModel under = model == null ? null : Models.parse(model);
    if (junes.isEmpty()) {
      HistoricDefect historic = historic();
      if (by != Judge.EXPLORER) {
        throw new UsageException("a defect of another version is shown by the explorer");
      }
      return new HistoricDemonstration(historic, full, json.open()).show(under, token);
    }
    Defect defect = junes.get();
    JsonFile file = json.open();
    return switch (by) {
      case EXPLORER -> new ExplorerDemonstration(defect, full, file).show(under, token);
      case LINCHECK -> LincheckDemonstration.show(defect, file);
      case JCSTRESS -> JcstressDemonstration.show(defect, file);
    };
  }

  /** One of June; of an id that differs in capitals only from an older one's if so spelled. */
  private Optional<Defect> defect() {
    String typed = name.toLowerCase(Locale.ROOT);
    boolean isOlders = Arrays.stream(HistoricDefect.values()).anyMatch(d -> d.id.equals(name));
    return Arrays.stream(Defect.values())
        .filter(d -> d.label().equals(typed) || d.id.equals(isOlders ? name : typed))
        .findFirst();
  }

  private HistoricDefect historic() {
    String typed = name.toLowerCase(Locale.ROOT);
    List<String> names =
        Stream.concat(
                Arrays.stream(Defect.values()).flatMap(d -> Stream.of(d.label(), d.id)),
                Arrays.stream(HistoricDefect.values()).flatMap(d -> Stream.of(d.label(), d.id)))
            .distinct()
            .toList();
    return Arrays.stream(HistoricDefect.values())
        .filter(d -> d.label().equals(typed) || d.id.equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "no defect "
                        + name
                        + "; near it are "
                        + String.join(", ", TypedNames.near(typed, names))));
  }
}
