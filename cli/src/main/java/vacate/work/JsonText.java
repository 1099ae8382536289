// SPDX-License-Identifier: GPL-2.0-only
package vacate.work;

import java.util.Locale;
import java.util.regex.Pattern;

/** JSON that can be written to a file. */
public final class JsonText {
  /** As a pattern sees it: those of a pair are one character of another kind. */
  private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

  private JsonText() {}

  /**
   * The same document with an escape for each half of a pair of surrogates, which UTF-8 does not
   * have and which in JSON is only ever in a string.
   */
  public static String encodable(String document) {
    return UNPAIRED
        .matcher(document)
        .replaceAll(
            half -> "\\\\" + String.format(Locale.ROOT, "u%04x", (int) half.group().charAt(0)));
  }
}
