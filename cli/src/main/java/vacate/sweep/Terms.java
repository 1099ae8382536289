// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vacate.explorer.Bounds;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.universe.Universe;

/**
 * What two sweeps have in common whose results may stand side by side: the same program is asked
 * the same.
 *
 * @param fingerprint of the program
 * @param revision of the protocol
 * @param models in their order
 * @param universe which scenarios
 * @param bounds of each scenario
 */
public record Terms(
    Fingerprint fingerprint,
    Revision revision,
    List<MemoryModel> models,
    Universe universe,
    Bounds bounds) {
  private static final String REVISION = "revision";
  private static final String MODELS = "models";
  private static final String CPUS = "cpus";
  private static final String OPERATIONS = "operations";
  private static final String INTERRUPTS = "interrupts";
  private static final String PROCESSES = "processes";
  private static final String VARIATIONS = "variations";
  private static final String MAX_TURNS = "maxTurns";
  private static final String MAX_EXECUTIONS = "maxExecutions";

  public Terms {
    models = models.stream().sorted().toList();
  }

  /** The same question to another program. */
  Terms with(Fingerprint other) {
    return new Terms(other, revision, models, universe, bounds);
  }

  /** As the names and values of a JSON object; no limit is null. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>(fingerprint.toMap());
    map.put(REVISION, revision.label);
    map.put(MODELS, models.stream().map(MemoryModel::id).toList());
    map.put(CPUS, universe.cpus());
    map.put(OPERATIONS, universe.operations());
    map.put(INTERRUPTS, universe.interrupts());
    map.put(PROCESSES, universe.processes());
    map.put(VARIATIONS, universe.variations());
    map.put(MAX_TURNS, bounds.loop());
    boolean isLimited = bounds.executions() != Long.MAX_VALUE;
    map.put(MAX_EXECUTIONS, isLimited ? bounds.executions() : null);
    return map;
  }

  /**
   * What {@link #toMap} has written.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Terms of(Members members) {
    return new Terms(
        Fingerprint.of(members),
        revision(members),
        members.list(MODELS).stream().map(id -> MemoryModel.of(String.valueOf(id))).toList(),
        universe(members),
        new Bounds(
            (int) members.number(MAX_TURNS),
            members.map().get(MAX_EXECUTIONS) == null
                ? Long.MAX_VALUE
                : members.number(MAX_EXECUTIONS)));
  }

  static Revision revision(Members members) {
    return Members.constant(Revision.values(), members.text(REVISION));
  }

  static Universe universe(Members members) {
    return new Universe(
        (int) members.number(CPUS),
        (int) members.number(OPERATIONS),
        (int) members.number(INTERRUPTS),
        (int) members.number(PROCESSES),
        (int) members.number(VARIATIONS));
  }

  /**
   * What differs first between these and those of a file, in words behind its name; empty if
   * nothing does.
   */
  Optional<String> differenceTo(Terms there) {
    Map<String, Object> others = there.toMap();
    return toMap().entrySet().stream()
        .filter(e -> !Objects.equals(e.getValue(), others.get(e.getKey())))
        .findFirst()
        .map(
            e ->
                isCode(e.getKey())
                    ? "is of another program: its " + e.getKey() + " is not the same"
                    : difference(e.getKey(), e.getValue(), others.get(e.getKey())));
  }

  private boolean isCode(String name) {
    return !name.equals(Fingerprint.JAVA) && fingerprint.toMap().containsKey(name);
  }

  /** How a file that has another value is refused. */
  static String difference(String name, Object here, Object there) {
    return "is of something else: " + name + " " + text(there) + ", and not " + text(here);
  }

  private static String text(Object value) {
    return value == null ? "without limit" : value.toString();
  }
}
