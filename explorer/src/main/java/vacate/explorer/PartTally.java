// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import vacate.explorer.graph.Graph;
import vacate.explorer.search.Refused;
import vacate.explorer.search.SharedSearch;
import vacate.explorer.search.Wait;

/**
 * What a part of a search has come to under each model. A part that is left to another worker comes
 * right behind the one that it was taken from, so that all together are in the order of the search.
 */
final class PartTally implements SharedSearch.Part {
  /** Hears of each execution once it is counted; may throw to end the search. */
  interface Counted {
    /**
     * @param tally of the weakest model
     * @param outcome null if a thread waits that others would wake
     */
    void counted(ModelTally tally, Graph graph, Object outcome);

    /** All that was counted is void. */
    void restarted();
  }

  private final List<ModelTally> tallies;
  private final PartTallies parts;
  private final Counted counted;
  private String cutOff;

  /**
   * @param tallies of each model before those of the models that it includes
   */
  PartTally(List<ModelTally> tallies, PartTallies parts, Counted counted) {
    this.tallies = tallies;
    this.parts = parts;
    this.counted = counted;
  }

  List<ModelTally> tallies() {
    return tallies;
  }

  @Override
  public SharedSearch.Part behind() {
    List<ModelTally> fresh = new ArrayList<>();
    for (ModelTally tally : tallies) {
      fresh.add(tally.another());
    }
    PartTally part = new PartTally(fresh, parts, counted);
    parts.insertBehind(this, part);
    return part;
  }

  @Override
  public void complete(Graph graph, Object outcome) {
    if (outcome == null) {
      throw new Refused("the arbiter waits, and there is nobody left to wait for");
    }
    for (ModelTally tally : allowing(graph)) {
      tally.complete(graph, outcome);
    }
    counted.counted(tallies.get(0), graph, outcome);
  }

  @Override
  public void blocked(Graph graph, Wait wait) {
    Object outcome = null;
    for (ModelTally tally : allowing(graph)) {
      Object waiting = tally.blocked(graph, wait);
      outcome = outcome == null ? waiting : outcome;
    }
    counted.counted(tallies.get(0), graph, outcome);
  }

  @Override
  public void bounded(String why) {
    cutOff = why;
  }

  /** Of the models all that allow an execution; what it was cut off for is theirs. */
  private List<ModelTally> allowing(Graph graph) {
    int strongest = tallies.size() - 1;
    while (strongest > 0 && !tallies.get(strongest).allows(graph)) {
      strongest--;
    }
    List<ModelTally> allowing = tallies.subList(0, strongest + 1);
    if (cutOff != null) {
      allowing.forEach(tally -> tally.bounded(cutOff));
      cutOff = null;
    }
    return allowing;
  }

  @Override
  public void restart() {
    parts.clear();
    counted.restarted();
  }
}
