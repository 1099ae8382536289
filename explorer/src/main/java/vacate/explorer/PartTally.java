// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.graph.Graph;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.search.Rest;
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

    /** The same of the mirror image of the one before, if it need not be shown. */
    void countedImage(Object outcome);

    /** Whether each execution has to be shown. */
    boolean isWatched();

    /** All that was counted is void. */
    void restarted();

    /** The same, where a search under another model would not have counted anything else. */
    void restartedForTwins();
  }

  private final List<ModelTally> tallies;
  private final PartTallies parts;
  private final Counted counted;
  private Supplier<Rest> rest = () -> Rest.ALL;
  private String cutOff;

  /** Of those that allow the last complete execution; they allow its image. */
  private List<ModelTally> lastAllowing = List.of();

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
  public void leaves(Supplier<Rest> what) {
    rest = what;
  }

  /** What is left to visit of it; only while nobody does. */
  Rest rest() {
    return rest.get();
  }

  @Override
  public void complete(Graph graph, Object outcome) {
    List<ModelTally> allowing = allowing(graph);
    lastAllowing = allowing;
    List<List<?>> seen = allowing.get(0).observe(graph, Monitor.Besides.NONE, outcome);
    for (ModelTally tally : allowing) {
      tally.complete(graph, outcome);
      tally.keep(seen, graph, outcome);
    }
    counted.counted(tallies.get(0), graph, outcome);
  }

  @Override
  public void completeImage(Supplier<Graph> image, Object outcome) {
    if (tallies.get(0).isWatched() || counted.isWatched()) {
      complete(image.get(), outcome);
      lastAllowing.forEach(ModelTally::wasImage);
      return;
    }
    lastAllowing.forEach(tally -> tally.completeImage(image, outcome));
    counted.countedImage(outcome);
  }

  @Override
  public void blocked(Graph graph, Wait wait) {
    Monitor.Besides how = wait.isForEver() ? Monitor.Besides.STUCK : Monitor.Besides.BLOCKED;
    List<ModelTally> allowing = allowing(graph);
    List<List<?>> seen = allowing.get(0).observe(graph, how, null);
    Object outcome = null;
    for (ModelTally tally : allowing) {
      Object waiting = tally.blocked(graph, wait);
      tally.keep(seen, graph, waiting);
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
    counted.restarted();
    parts.clear();
  }

  @Override
  public void restartForTwins() {
    counted.restartedForTwins();
    parts.clear();
  }

  /** Takes over what the part right behind has come to, and what is left of that. */
  void add(PartTally behind) {
    for (int i = 0; i < tallies.size(); i++) {
      tallies.get(i).add(behind.tallies.get(i));
    }
    rest = behind.rest;
  }

  void save(Lines state) {
    state.put("rest", (Object[]) rest().text().split(" "));
    tallies.forEach(tally -> tally.save(state));
  }

  void restore(Lines state) {
    Rest kept = Rest.parse(String.join(" ", state.take("rest", 1).all()));
    rest = () -> kept;
    tallies.forEach(tally -> tally.restore(state));
  }
}
