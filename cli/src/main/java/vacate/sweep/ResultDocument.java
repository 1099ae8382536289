// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.scene.Scenario;
import vacate.universe.Shard;
import vacate.universe.Swept;

/**
 * What a result file says: of what it is, in its first line, and then a scenario a line, in the
 * order in which they were done. Each line is a {@link SealedLine}.
 *
 * @param first the first line
 * @param terms of the sweep
 * @param shard which part of the sweep
 * @param swept as many as are there
 * @param length of all whole lines, in bytes; what is behind was cut off in the midst of a line
 */
record ResultDocument(String first, Terms terms, Shard shard, List<Swept> swept, long length) {
  private static final String FORMAT = "format";
  private static final String NAME = "vacate sweep";
  private static final String VERSION = "version";
  private static final int CURRENT = 1;
  private static final String SHARD = "shard";
  private static final String SHARDS = "shards";
  private static final String OTHER_VERSION = "is of another version of vacate";

  /** How each result file begins, also one that is damaged further on. */
  private static final String BEGIN = "{\"" + FORMAT + "\":\"" + NAME + "\"";

  /** The first line of a file. */
  static String first(Terms terms, Shard shard) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(FORMAT, NAME);
    members.put(VERSION, CURRENT);
    members.putAll(terms.toMap());
    members.put(SHARD, shard.number());
    members.put(SHARDS, shard.shards());
    return SealedLine.of(members, "");
  }

  /** Whether that is, or was before it was damaged, a result file. */
  static boolean isOne(byte[] bytes) {
    byte[] begin = BEGIN.getBytes(StandardCharsets.UTF_8);
    return bytes.length >= begin.length
        && ByteBuffer.wrap(bytes, 0, begin.length).equals(ByteBuffer.wrap(begin));
  }

  /**
   * Reads a file.
   *
   * @throws ResultRefusal if it is none, of another version, or damaged. One whose last line was
   *     cut off is not.
   */
  static ResultDocument read(byte[] bytes) throws ResultRefusal {
    if (!isOne(bytes)) {
      throw new ResultRefusal("is no result file of a sweep");
    }
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    if (length == 0) {
      throw new ResultRefusal("is cut off in its first line");
    }
    List<String> lines = List.of(text(bytes, length).split("\n", -1));
    Members header = new Members(members(lines, 0));
    Terms terms;
    Shard shard;
    try {
      if (header.number(VERSION) != CURRENT) {
        throw new ResultRefusal(OTHER_VERSION);
      }
      terms = Terms.of(header);
      shard = new Shard((int) header.number(SHARD), (int) header.number(SHARDS));
    } catch (IllegalArgumentException e) {
      throw new ResultRefusal(OTHER_VERSION + ": " + e.getMessage());
    }
    List<Swept> swept = new ArrayList<>();
    Set<Scenario> known = new HashSet<>();
    for (int i = 1; i < lines.size() - 1; i++) {
      Swept one = swept(lines, i);
      swept.add(one);
      if (!known.add(one.scenario())) {
        throw damaged(i, one.scenario() + " is there twice");
      }
    }
    return new ResultDocument(lines.get(0), terms, shard, swept, length);
  }

  private static String text(byte[] bytes, int length) throws ResultRefusal {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ResultRefusal("is damaged: it is no text");
    }
  }

  private static Map<String, Object> members(List<String> lines, int i) throws ResultRefusal {
    try {
      return SealedLine.read(lines.get(i), i == 0 ? "" : lines.get(0));
    } catch (IllegalArgumentException e) {
      throw damaged(i, "it is not as it was written");
    }
  }

  private static Swept swept(List<String> lines, int i) throws ResultRefusal {
    Map<String, Object> members = members(lines, i);
    try {
      return SweptJson.of(members);
    } catch (IllegalArgumentException e) {
      throw damaged(i, e.getMessage());
    }
  }

  private static ResultRefusal damaged(int line, String how) {
    return new ResultRefusal("is damaged in line " + (line + 1) + ": " + how);
  }

  /**
   * What was found of each of some scenarios, and nothing else.
   *
   * @throws ResultRefusal if there are others, or it was found in another way
   */
  Map<Scenario, Swept> of(List<Scenario> scenarios) throws ResultRefusal {
    Map<Scenario, Swept> known = new LinkedHashMap<>();
    Set<Scenario> expected = new HashSet<>(scenarios);
    for (int i = 0; i < swept.size(); i++) {
      Swept one = swept.get(i);
      if (!expected.contains(one.scenario()) || one.revision() != terms.revision()) {
        throw damaged(i + 1, one.scenario() + " is not of this sweep");
      }
      if (!one.rulings().stream().map(r -> r.model()).toList().equals(terms.models())) {
        throw damaged(i + 1, "its models are not those of the sweep");
      }
      known.put(one.scenario(), one);
    }
    return known;
  }
}
