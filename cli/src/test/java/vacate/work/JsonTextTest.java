// SPDX-License-Identifier: GPL-2.0-only
package vacate.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ud800",
        "\udc00",
        "a\ud800b",
        "\udc00\ud800",
        "\ud83d\ude00",
        "\ud800\ud83d\ude00",
        "\\"
      })
  void aFileHasWhatTheTextHad(String text) throws IOException {
    String document = JsonText.encodable(JSON.std.asString(text));
    byte[] file = document.getBytes(StandardCharsets.UTF_8);

    assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(document);
    assertThat(JSON.std.anyFrom(document)).isEqualTo(text);
  }

  @Test
  void onlyHalvesAreEscaped() {
    assertThat(JsonText.encodable("\"\ud83d\ude00\udc00\"")).isEqualTo("\"\ud83d\ude00\\udc00\"");
  }
}
