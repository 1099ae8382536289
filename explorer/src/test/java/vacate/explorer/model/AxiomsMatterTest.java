// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vacate.explorer.graph.Graph;
import vacate.explorer.search.Litmus;
import vacate.explorer.search.Tally;

/** Each axiom, taken out alone, lets through an execution that its row of litmus.txt forbids. */
class AxiomsMatterTest {
  @Test
  void sc1ForbidsStoreBuffering() {
    matters(
        "Wv x 1;Rv y a & Wv y 1;Rv x b",
        SequentialConsistency::new,
        () ->
            new SequentialConsistency() {
              @Override
              boolean sc1(Graph g, int event) {
                return true;
              }
            });
  }

  @Test
  void tso1KeepsALocationCoherent() {
    matters(
        "Wo x 1;Ro x a & Wo x 2",
        TotalStoreOrder::new,
        () ->
            new TotalStoreOrder() {
              @Override
              boolean coherent(Graph g, int event) {
                return true;
              }
            });
  }

  @Test
  void tso2KeepsStoresInOrder() {
    matters(
        "Wo x 1;Wo y 1 & Ro y a;Ro x b",
        TotalStoreOrder::new,
        () ->
            new TotalStoreOrder() {
              @Override
              boolean ordered(Graph g, int event) {
                return true;
              }
            });
  }

  @Test
  void pso1KeepsALocationCoherent() {
    matters(
        "Wo x 1 & Wo x 2;Ro x a",
        PartialStoreOrder::new,
        () ->
            new PartialStoreOrder() {
              @Override
              boolean coherent(Graph g, int event) {
                return true;
              }
            });
  }

  @Test
  void pso2KeepsAStoreStoreFence() {
    matters(
        "Wo x 1;F ss;Wo y 1 & Ro y a;Ro x b",
        PartialStoreOrder::new,
        () ->
            new PartialStoreOrder() {
              @Override
              boolean ordered(Graph g, int event) {
                return true;
              }
            });
  }

  @Test
  void psoForgetsTheOrderOfStoresThatTsoKeeps() {
    matters("Wo x 1;Wo y 1 & Ro y a;Ro x b", TotalStoreOrder::new, PartialStoreOrder::new);
  }

  @Test
  void j1LetsAPlainReadSeeNothingOverwritten() {
    matters(
        "Wp x 1;Wr y 1 & Ra y a;Rp x b",
        JavaMemory::new,
        () ->
            new JavaMemory() {
              @Override
              boolean j1(Graph g, int read) {
                return true;
              }
            });
  }

  @Test
  void j2KeepsOpaqueReadsCoherent() {
    matters(
        "Wo x 1 & Ro x a;Ro x b",
        JavaMemory::new,
        () ->
            new JavaMemory() {
              @Override
              boolean j2(Graph g, int event) {
                return true;
              }
            });
  }

  @Test
  void j3LetsAFenceBringCoherenceBackToPlainReads() {
    matters(
        "Wp x 1 & Rp x a;F ll;Rp x b",
        JavaMemory::new,
        () ->
            new JavaMemory() {
              @Override
              boolean j3(Graph g, int event) {
                return true;
              }
            });
  }

  @Test
  void j4OrdersVolatileAccesses() {
    matters(
        "Wv x 1;Rv y a & Wv y 1;Rv x b",
        JavaMemory::new,
        () ->
            new JavaMemory() {
              @Override
              boolean j4(Graph g, int event) {
                return true;
              }
            });
  }

  private static void matters(String program, Supplier<Axioms> with, Supplier<Axioms> without) {
    Litmus litmus = Litmus.parse(program);
    assertThat(Tally.of(litmus, without.get()).complete)
        .isGreaterThan(Tally.of(litmus, with.get()).complete);
  }
}
