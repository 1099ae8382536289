// SPDX-License-Identifier: GPL-2.0-only
package vacate.watch;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vacate.claim.Claim;
import vacate.claim.Form;
import vacate.explorer.execution.Frame;
import vacate.explorer.monitor.Monitor;
import vacate.explorer.monitor.Observed;
import vacate.history.Approach;
import vacate.history.Restatement;
import vacate.history.Restatements;
import vacate.revision.Revision;
import vacate.scene.Scenario;

/**
 * Watches all claims that are properties of an execution, in one scenario. Not among them are C7,
 * which is about what would be without a barrier, and C14, which the outcome says.
 */
public final class Watchman implements Monitor<ClaimNote> {
  private static final List<ClaimWatch> CLAIMS =
      List.of(
          new ValidSlab(),
          new InuseBeforePageSlab(),
          new InuseWhenPageSlabAppears(),
          new ReferenceFails(),
          new ReferenceKeepsPage(),
          new LockOrdersLoads(),
          new PageSlabOff(),
          new InuseZeroInTransit(),
          new InuseUnderLock(),
          new FrozenExcludes(),
          new LockBlocks(),
          new OnTheList(),
          new FrozenOnlyShrinks(),
          new EndsFreeOrPartial(),
          new AllocatedAtGet(),
          new LockHoldsMembership(),
          new FlagsDoNotRace());

  /** What is watched. */
  public static final Set<Claim> WATCHED = watched();

  /** What runs in a stack, of which each step that the search records has one of its own. */
  private final Map<List<Frame>, Long> functions =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** What runs in a frame, of which many stacks are made; to spell it takes long. */
  private final Map<Frame, Optional<KernelCall>> frames = new ConcurrentHashMap<>();

  private final Scenario scenario;
  private final Approach approach;
  private final List<ClaimWatch> asked;
  private final boolean tellsAll;

  private Watchman(Scenario scenario, Approach approach, Set<Claim> claims, boolean tellsAll) {
    this.scenario = scenario;
    this.approach = approach;
    this.tellsAll = tellsAll;
    asked = CLAIMS.stream().filter(watch -> claims.contains(watch.claim())).toList();
  }

  /** Of the claims those that a revision makes, read off its own steps. */
  public static Watchman of(Revision revision, Scenario scenario) {
    return new Watchman(scenario, Restatements.approach(revision), madeIn(revision), false);
  }

  /** The same, which also notes each claim that an execution comes to, an {@link AskedClaim}. */
  public static Watchman tellingAll(Revision revision, Scenario scenario) {
    return new Watchman(scenario, Restatements.approach(revision), madeIn(revision), true);
  }

  private static Set<Claim> madeIn(Revision revision) {
    Set<Claim> claims = EnumSet.copyOf(WATCHED);
    claims.removeIf(c -> Restatements.of(revision, c) instanceof Restatement.NotMade);
    return claims;
  }

  private static Set<Claim> watched() {
    Set<Claim> all = EnumSet.noneOf(Claim.class);
    CLAIMS.forEach(watch -> all.add(watch.claim()));
    return Set.copyOf(all);
  }

  @Override
  public String name() {
    return "broken claims";
  }

  @Override
  public List<String> cells() {
    return PageCell.paths(approach);
  }

  /** Of what is no cell of the page only what two threads race for can break a claim. */
  @Override
  public boolean seesUnshared() {
    return false;
  }

  @Override
  public Besides sees() {
    return Besides.STUCK;
  }

  @Override
  public void see(Observed execution, Consumer<ClaimNote> notes) {
    Trace trace = new Trace(execution, scenario, approach, this::functions);
    for (ClaimWatch watch : asked) {
      watch.watch(trace, breaches(watch.claim(), notes));
    }
  }

  private Breaches breaches(Claim claim, Consumer<ClaimNote> notes) {
    return new Breaches() {
      @Override
      public void broken(String how, boolean qualified) {
        boolean saved = !qualified || claim.qualifier.isEmpty();
        notes.accept(new BrokenClaim(claim, saved ? Form.LITERAL : Form.QUALIFIED, how));
      }

      @Override
      public void asked() {
        if (tellsAll) {
          notes.accept(new AskedClaim(claim));
        }
      }
    };
  }

  private long functions(List<Frame> stack) {
    return functions.computeIfAbsent(stack, s -> KernelCall.in(s, this::runsIn));
  }

  private Optional<KernelCall> runsIn(Frame frame) {
    return frames.computeIfAbsent(frame, KernelCall::of);
  }

  @Override
  public List<Finding<ClaimNote>> conclude(Collection<ClaimNote> notes, Names names) {
    return notes.stream().map(b -> new Finding<>(b.toString(), List.of(b))).toList();
  }
}
