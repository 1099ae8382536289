// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli.bench.cases;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import vacate.revision.Revision;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.scene.Scene;

/** A scenario of the corrected revision, of up to four CPUs: is the machine sound afterwards? */
@JCStressTest
@State
@Outcome(id = "SLAB", expect = Expect.ACCEPTABLE)
@Outcome(id = "FREE", expect = Expect.ACCEPTABLE)
@Outcome(expect = Expect.FORBIDDEN)
public class Played {
  private final Scene scene;
  private final Operation[][] operations;

  public Played() {
    this("partial: free(0) | vacate");
  }

  /**
   * @param text a scenario
   */
  public Played(String text) {
    Scenario scenario = Scenario.parse(text);
    scene = new Scene(Revision.CORRECTED, scenario);
    operations =
        scenario.cpus().stream().map(o -> o.toArray(Operation[]::new)).toArray(Operation[][]::new);
  }

  private void go(int cpu) {
    if (cpu < operations.length) {
      for (Operation operation : operations[cpu]) {
        switch (operation.kind()) {
          case ALLOC -> scene.alloc(cpu);
          case FREE -> scene.free(cpu, operation.slot());
          case VACATE -> scene.vacate(cpu);
          default -> throw new IllegalArgumentException(operation.toString());
        }
      }
    }
  }

  @Actor
  public void first() {
    go(0);
  }

  @Actor
  public void second() {
    go(1);
  }

  @Actor
  public void third() {
    go(2);
  }

  @Actor
  public void fourth() {
    go(3);
  }

  @Arbiter
  public void after(L_Result r) {
    r.r1 = scene.outcome();
  }
}
