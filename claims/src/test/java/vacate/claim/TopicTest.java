// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicTest {
  @Test
  void isNamedAsItsClaimOrDefectIs() {
    assertThat(text(Topic.of(Claim.C14))).isEqualTo("claim C14 one-means-success null");
    assertThat(text(Topic.of(Claim.C16, Form.QUALIFIED)))
        .isEqualTo("claim C16 ends-free-or-partial " + Claim.C16.condition(Form.QUALIFIED));
    assertThat(Topic.all(Claim.C14)).containsExactly(Topic.of(Claim.C14));
    assertThat(text(Topic.of(Defect.LOCK_BIT_LOST))).isEqualTo("defect d1 lock-bit-lost null");
    assertThat(text(Topic.control("control", "it races")))
        .isEqualTo("control control it races null");
  }

  @Test
  void thereIsNoneOfAFormThatAClaimDoesNotHave() {
    assertThatThrownBy(() -> Topic.of(Claim.C14, Form.QUALIFIED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(Topic topic) {
    return String.join(" ", topic.kind().toString(), topic.id(), topic.name(), topic.condition());
  }
}
