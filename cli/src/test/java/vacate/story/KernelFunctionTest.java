// SPDX-License-Identifier: GPL-2.0-only
package vacate.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vacate.explorer.execution.Event;
import vacate.explorer.execution.Event.Kind;
import vacate.explorer.execution.Event.Mode;
import vacate.explorer.execution.Frame;

class KernelFunctionTest {
  private static Event event(String... methods) {
    List<Frame> stack =
        Arrays.stream(methods)
            .map(m -> m.split("#"))
            .map(m -> new Frame(m[0], m[1], "X.java", 1))
            .toList();
    return new Event(0, 0, Kind.READ, Mode.PLAIN, null, null, null, stack);
  }

  @Test
  void macrosAndPrimitivesBelongToWhoUsesThem() {
    Event e =
        event(
            "vacate.kernel.BitWord#testBit",
            "vacate.mm.Page#isSlab",
            "vacate.slub.SlabVacate#vacateAndTell",
            "vacate.slub.SlabVacate#vacate",
            "vacate.scene.Scene#vacate",
            "vacate.stress.T#actor");

    assertThat(KernelFunction.innermost(e)).isEqualTo("kmem_cache_vacate");
    assertThat(KernelFunction.outermost(e)).isEqualTo("kmem_cache_vacate");
  }

  @Test
  void codeOfTheTestIsNoKernelFunction() {
    assertThat(KernelFunction.innermost(event("vacate.stress.T#actor"))).isNull();
  }
}
