// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.explorer.weave.Digest;

/**
 * What is in a checkpoint.
 *
 * <pre>
 * vacate checkpoint 1
 * explorer DIGEST VERSION     of this program, and of Java
 * of WORD...                  what is explored and how, a line for each part of that
 * class NAME DIGEST           of the program, as far as it was met
 * exploration TEST MODEL...   and behind it how far it is
 * ...
 * sum DIGEST                  of all lines before
 * </pre>
 *
 * @param of what is explored and how
 * @param classes digests by internal name
 * @param states how far each exploration is, by its name
 */
record Document(List<String> of, Map<String, String> classes, Map<String, List<String>> states) {
  private static final String FIRST = "vacate checkpoint 1";
  private static final String EXPLORER = "explorer " + Version.WORDS;
  private static final String SUM = "sum ";
  private static final String OF = "of";
  private static final String CLASS = "class";
  private static final String EXPLORATION = "exploration";

  byte[] bytes() {
    Lines lines = new Lines();
    of.forEach(line -> lines.put(OF, line));
    classes.forEach((name, digest) -> lines.put(CLASS, name, digest));
    states.forEach(
        (name, state) -> {
          lines.put(EXPLORATION, (Object[]) name.split(" "));
          lines.add(Lines.of(state));
        });
    StringBuilder text = new StringBuilder();
    text.append(FIRST).append('\n').append(EXPLORER).append('\n');
    lines.all().forEach(line -> text.append(line).append('\n'));
    String sum = Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    return text.append(SUM).append(sum).append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws Refusal if it is none, is damaged, or was made by another explorer
   */
  static Document read(byte[] bytes) throws Refusal {
    String text = text(bytes);
    if (!text.startsWith(FIRST.substring(0, FIRST.length() - 1))) {
      throw new Refusal("is no checkpoint");
    }
    if (!text.startsWith(FIRST + "\n")) {
      throw new Refusal("is a checkpoint of another version of vacate");
    }
    int sum = text.lastIndexOf("\n" + SUM) + 1;
    String body = text.substring(0, sum);
    if (!text.equals(body + SUM + Digest.of(body.getBytes(StandardCharsets.UTF_8)) + "\n")) {
      throw new Refusal("is damaged: not all of it is as it was written");
    }
    List<String> lines = body.lines().toList();
    if (lines.size() < 2 || !lines.get(1).equals(EXPLORER)) {
      throw new Refusal("was made by another version of vacate, or of Java");
    }
    try {
      return read(lines.subList(2, lines.size()));
    } catch (IllegalArgumentException e) {
      throw new Refusal("is no checkpoint: " + e.getMessage());
    }
  }

  private static String text(byte[] bytes) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal("is no checkpoint, or is damaged");
    }
  }

  private static Document read(List<String> all) {
    Lines lines = Lines.of(all);
    List<String> of = new ArrayList<>();
    while (lines.isNext(OF)) {
      of.add(lines.take(OF, 1).text(0));
    }
    Map<String, String> classes = new LinkedHashMap<>();
    while (lines.isNext(CLASS)) {
      Lines.Words words = lines.take(CLASS, 2);
      classes.put(words.text(0), words.text(1));
    }
    Map<String, List<String>> states = new LinkedHashMap<>();
    while (lines.isNext(EXPLORATION)) {
      String name = String.join(" ", lines.take(EXPLORATION, 1).all());
      states.put(name, lines.takeUpTo(EXPLORATION));
    }
    lines.end();
    return new Document(of, classes, states);
  }
}
