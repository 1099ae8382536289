// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {
  @TempDir Path system;

  @Test
  void processorsThatAreSiblingsAreOneCore() throws IOException {
    siblings("0,4", 0, 4);
    siblings("1,5", 1, 5);
    siblings("2,6", 2, 6);
    siblings("3,7", 3, 7);
    assertThat(Topology.read(system, "0-7", 8)).isEqualTo(new Topology(4, 8));
  }

  @Test
  void onlyTheProcessorsThatWeMayUseCount() throws IOException {
    siblings("0-1", 0, 1);
    siblings("2-3", 2, 3);
    assertThat(Topology.read(system, "0,2-3", 3)).isEqualTo(new Topology(2, 3));
    assertThat(Topology.read(system, "2-3", 2)).isEqualTo(new Topology(1, 2));
  }

  @Test
  void aContainerThatMayUseFewerAtATimeHasNoMoreCores() throws IOException {
    siblings("0", 0);
    siblings("1", 1);
    siblings("2", 2);
    assertThat(Topology.read(system, "0-2", 2)).isEqualTo(new Topology(2, 2));
  }

  @Test
  void aSystemThatDoesNotTellIsRefused() {
    assertThatThrownBy(() -> Topology.read(system, "0-1", 2)).isInstanceOf(IOException.class);
  }

  @Test
  void thisMachineHasAllTheProcessorsOfThisJvm() {
    Topology here = Topology.read();
    assertThat(here.cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(here.cores()).isBetween(1, here.cpus());
  }

  @Test
  void eachActorHasACoreOfItsOwnWhereThereAreEnough() {
    assertThat(new Topology(4, 8).coresFor(4)).isEqualTo(4);
    assertThat(new Topology(2, 4).coresFor(4)).isEqualTo(2);
    assertThat(new Topology(2, 4).isShared(4)).isFalse();
    assertThat(new Topology(2, 2).isShared(3)).isTrue();
  }

  private void siblings(String list, int... cpus) throws IOException {
    for (int cpu : cpus) {
      Path folder = Files.createDirectories(system.resolve("cpu" + cpu + "/topology"));
      Files.writeString(folder.resolve("thread_siblings_list"), list + "\n");
    }
  }
}
