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
import vacate.scene.Scenario;

/**
 * Watches all claims that are properties of an execution, in one scenario. Not among them are C7,
 * which is about what would be without a barrier, and C14, which the outcome says.
 */
public final class Watchman implements Monitor<BrokenClaim> {
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
          new LockHoldsMembership());

  /** What is watched. */
  public static final Set<Claim> WATCHED = watched();

  /** What runs in a stack, of which each step that the search records has one of its own. */
  private final Map<List<Frame>, Long> functions =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** What runs in a frame, of which many stacks are made; to spell it takes long. */
  private final Map<Frame, Optional<KernelCall>> frames = new ConcurrentHashMap<>();

  private final Scenario scenario;

  public Watchman(Scenario scenario) {
    this.scenario = scenario;
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
    return PageCell.paths();
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
  public void see(Observed execution, Consumer<BrokenClaim> notes) {
    Trace trace = new Trace(execution, scenario, this::functions);
    for (ClaimWatch watch : CLAIMS) {
      Claim claim = watch.claim();
      watch.watch(
          trace,
          (how, qualified) -> {
            boolean saved = !qualified || claim.qualifier.isEmpty();
            notes.accept(new BrokenClaim(claim, saved ? Form.LITERAL : Form.QUALIFIED, how));
          });
    }
  }

  private long functions(List<Frame> stack) {
    return functions.computeIfAbsent(stack, s -> KernelCall.in(s, this::runsIn));
  }

  private Optional<KernelCall> runsIn(Frame frame) {
    return frames.computeIfAbsent(frame, KernelCall::of);
  }

  @Override
  public List<Finding<BrokenClaim>> conclude(Collection<BrokenClaim> notes, Names names) {
    return notes.stream().map(b -> new Finding<>(b.toString(), List.of(b))).toList();
  }
}
