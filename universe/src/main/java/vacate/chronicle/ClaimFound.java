// SPDX-License-Identifier: GPL-2.0-only
package vacate.chronicle;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vacate.claim.Claim;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * What exploring a scenario in a version said of the claims that it comes to.
 *
 * @param models under which it said so, the strongest first
 * @param executions under the strongest, complete and blocked
 * @param whole whether every execution was visited, under each
 * @param claims those that it comes to, and how they fared
 */
public record ClaimFound(
    Revision revision,
    Scenario scenario,
    Set<MemoryModel> models,
    long executions,
    boolean whole,
    Map<Claim, Fared> claims) {
  private static final String TAB = "\t";
  private static final String WHOLE = "whole";
  private static final String CUT = "cut";
  private static final int COLUMNS = 6;
  private static final int SCENARIO = 2;
  private static final int EXECUTIONS = 3;
  private static final int IS_WHOLE = 4;
  private static final int CLAIMS = 5;

  /** How a claim fared, with how it is marked in a line of text. */
  public enum Fared {
    HELD(""),
    /** As it is worded. */
    BROKE("!"),
    /** With the condition that was to save it, too. */
    BROKE_QUALIFIED("!+");

    private final String mark;

    Fared(String mark) {
      this.mark = mark;
    }

    /** Whether it is as bad as another, or worse. */
    boolean isAtLeast(Fared other) {
      return compareTo(other) >= 0;
    }

    /** The worse of two. */
    Fared or(Fared other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  public ClaimFound {
    models = Set.copyOf(models);
    claims = Map.copyOf(claims);
  }

  /** Whether it is said of such a model. */
  public boolean isOf(MemoryModel model) {
    return models.contains(model);
  }

  /**
   * A line of text: {@code posted sc,tso,pso,jmm partial: free(0) | vacate 102 whole C1! C2 C10!+},
   * with tabs between but for the claims.
   */
  public String text() {
    String told =
        new TreeMap<>(claims)
            .entrySet().stream()
                .map(e -> e.getKey() + e.getValue().mark)
                .collect(Collectors.joining(" "));
    return String.join(
        TAB,
        revision.label,
        new TreeSet<>(models).stream().map(MemoryModel::id).collect(Collectors.joining(",")),
        scenario.toString(),
        String.valueOf(executions),
        whole ? WHOLE : CUT,
        told);
  }

  /**
   * What {@link #text} has written.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static ClaimFound read(String line) {
    String[] parts = line.split(TAB, -1);
    if (parts.length != COLUMNS || !List.of(WHOLE, CUT).contains(parts[IS_WHOLE])) {
      throw new IllegalArgumentException("nothing found of claims: " + line);
    }
    Map<Claim, Fared> claims = new TreeMap<>();
    for (String told : parts[CLAIMS].isEmpty() ? new String[0] : parts[CLAIMS].split(" ")) {
      String name = told.replaceAll("[!+]+$", "");
      Fared fared = one(Fared.values(), f -> told.equals(name + f.mark), line);
      claims.put(one(Claim.values(), c -> c.name().equals(name), line), fared);
    }
    Collection<MemoryModel> models =
        Arrays.stream(parts[1].split(",")).map(MemoryModel::of).toList();
    return new ClaimFound(
        one(Revision.values(), r -> r.label.equals(parts[0]), line),
        Scenario.parse(parts[SCENARIO]),
        EnumSet.copyOf(models),
        Long.parseLong(parts[EXECUTIONS]),
        parts[IS_WHOLE].equals(WHOLE),
        claims);
  }

  private static <T> T one(T[] all, Predicate<T> is, String line) {
    return Arrays.stream(all)
        .filter(is)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing found of claims: " + line));
  }
}
