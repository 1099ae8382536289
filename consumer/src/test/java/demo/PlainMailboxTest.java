// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package demo;

import static vacate.explorer.model.MemoryModel.PSO;
import static vacate.explorer.model.MemoryModel.TSO;
import static vacate.junit.ResultAssert.assertThat;

import org.junit.jupiter.api.Test;
import vacate.junit.Explore;

class PlainMailboxTest {
  @Test
  void isRightOnX86IfTheCompilerLeavesItAlone() {
    Explore.check(MailboxTest.Plain.class, TSO);
    assertThat(Explore.of(MailboxTest.Plain.class).under(TSO)).hasOutcomes("0, 0", "1, 42");
  }

  @Test
  void isWrongWhereAWriteMayPassAnother() {
    assertThat(Explore.of(MailboxTest.Plain.class).under(PSO)).refutes("1, 0");
  }
}
