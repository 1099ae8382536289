// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Hash codes that are others in each run of the JVM, used so that nobody can tell. */
public final class HashCodes {
  private HashCodes() {}

  enum Color {
    RED,
    GREEN
  }

  static class Node {
    final int number;

    Node(int number) {
      this.number = number;
    }
  }

  static class Sound extends Node {
    Sound(int number) {
      super(number);
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Sound s && s.number == number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  record Pair(Object a, int b) {}

  /** What an actor may do all the same. */
  @JCStressTest
  @State
  @Outcome(id = "1", expect = Expect.ACCEPTABLE)
  @Outcome(expect = Expect.FORBIDDEN)
  public static class Harmless {
    @Actor
    public void a(I_Result r) {
      r.r1 = looksUp() && sums() && hasItsOwn() ? 1 : 0;
    }

    private static boolean looksUp() {
      Map<Object, Integer> map = new HashMap<>();
      Node node = new Node(1);
      map.put(Color.RED, 1);
      map.put(node, 2);
      map.put(Node.class, 3);
      return map.get(Color.RED) == 1
          && map.get(node) == 2
          && map.containsKey(Node.class)
          && !map.containsKey(Color.GREEN)
          && map.size() == 3;
    }

    private static boolean sums() {
      Map<String, Node> map = new HashMap<>();
      map.put("a", new Node(1));
      map.put("b", new Node(2));
      int sum = 0;
      for (Map.Entry<String, Node> e : map.entrySet()) {
        sum += e.getValue().number;
      }
      for (Node n : map.values()) {
        sum += n.number;
      }
      for (String key : map.keySet()) {
        sum += map.get(key).number;
      }
      for (Map.Entry<Color, Integer> e : new TreeMap<>(Map.of(Color.RED, 1)).entrySet()) {
        sum += e.getValue();
      }
      return sum == 10;
    }

    private static boolean hasItsOwn() {
      return new Sound(7).hashCode() == 7
          && Objects.hash(1, 2) == new ArrayList<>(List.of(1, 2)).hashCode()
          && new HashSet<>(List.of(new Sound(1), new Sound(2))).iterator().next().number == 1
          && new Pair("a", 1).hashCode() == new Pair("a", 1).hashCode();
    }
  }
}
