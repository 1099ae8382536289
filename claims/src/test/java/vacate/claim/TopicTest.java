// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicTest {
  @Test
  void isNamedAsItsClaimOrDefectIs() {
    assertThat(Topic.of(Claim.C14))
        .isEqualTo(new Topic("C14", "one-means-success", Kind.CLAIM, Form.LITERAL, null));
    assertThat(Topic.of(Claim.C16, Form.QUALIFIED))
        .isEqualTo(
            new Topic(
                "C16",
                "ends-free-or-partial",
                Kind.CLAIM,
                Form.QUALIFIED,
                Claim.C16.condition(Form.QUALIFIED)));
    assertThat(Topic.all(Claim.C14)).containsExactly(Topic.of(Claim.C14));
    assertThat(Topic.of(Defect.LOCK_BIT_LOST))
        .isEqualTo(new Topic("d1", "lock-bit-lost", Kind.DEFECT, null, null));
    assertThat(Topic.control("control", "it races"))
        .isEqualTo(new Topic("control", "it races", Kind.CONTROL, null, null));
  }
}
