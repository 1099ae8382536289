// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The search for an order, against one that tries all orders of all calls. */
class LinearizationsTest {
  /** A queue: 0 and 1 put, 2 takes. */
  private static String queue(List<Integer> calls) {
    List<Integer> elements = new ArrayList<>();
    String result = null;
    for (int call : calls) {
      if (call < 2) {
        elements.add(call);
        result = "void";
      } else {
        result = elements.isEmpty() ? "null" : elements.remove(0).toString();
      }
    }
    return result;
  }

  @Test
  void findsAnOrderIfAndOnlyIfOneOfAllOrdersWillDo() {
    Random random = new Random(13);
    int linearizable = 0;
    int all = 20_000;
    for (int i = 0; i < all; i++) {
      CallHistory h = history(random);
      boolean exists = Linearizations.exist(h, LinearizationsTest::queue);

      assertThat(exists).as(h::toString).isEqualTo(existsAmongAllOrders(h));
      linearizable += exists ? 1 : 0;
    }
    assertThat(linearizable).isBetween(all / 20, all * 19 / 20);
  }

  /** Of random calls with random results, half of them those of some order. */
  private static CallHistory history(Random random) {
    int threads = 1 + random.nextInt(3);
    List<Taken> before = new ArrayList<>();
    List<List<Taken>> parallel = new ArrayList<>();
    List<Taken> after = new ArrayList<>();
    for (int i = random.nextInt(2); i > 0; i--) {
      before.add(taken(random, List.of()));
    }
    int[] length = new int[threads];
    for (int t = 0; t < threads; t++) {
      length[t] = 1 + random.nextInt(2);
    }
    for (int t = 0; t < threads; t++) {
      List<Taken> thread = new ArrayList<>();
      List<Integer> known = new ArrayList<>(java.util.Collections.nCopies(threads, 0));
      for (int i = 0; i < length[t]; i++) {
        // only those of earlier threads are known: so there is no circle
        for (int other = 0; other < t; other++) {
          int more = length[other] - known.get(other);
          known.set(other, known.get(other) + random.nextInt(more + 1));
        }
        thread.add(taken(random, known));
      }
      parallel.add(thread);
    }
    if (random.nextInt(3) == 0) {
      after.add(taken(random, List.of()));
    }
    return new CallHistory(before, parallel, after, null);
  }

  private static Taken taken(Random random, List<Integer> known) {
    int call = random.nextInt(3);
    String result = call < 2 ? "void" : List.of("null", "0", "1").get(random.nextInt(3));
    return new Taken(call, result, known);
  }

  /** A call of a history, and which of all may not come behind it. */
  private record Placed(Taken taken, int part, int index) {
    boolean isBefore(Placed other, int parts) {
      boolean byPart = part == 0 || other.part == parts - 1;
      return part != other.part && byPart
          || part == other.part && index < other.index
          || part > 0
              && other.part > 0
              && other.part < parts - 1
              && part < parts - 1
              && part != other.part
              && index < other.taken.seen().get(part - 1);
    }
  }

  private static boolean existsAmongAllOrders(CallHistory h) {
    List<List<Taken>> parts = new ArrayList<>();
    parts.add(h.before());
    parts.addAll(h.threads());
    parts.add(h.after());
    List<Placed> all = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      for (int i = 0; i < parts.get(part).size(); i++) {
        all.add(new Placed(parts.get(part).get(i), part, i));
      }
    }
    return permuted(all, 0, parts.size());
  }

  private static boolean permuted(List<Placed> order, int from, int parts) {
    if (from == order.size()) {
      return isRight(order, parts);
    }
    for (int i = from; i < order.size(); i++) {
      java.util.Collections.swap(order, from, i);
      boolean found = permuted(order, from + 1, parts);
      java.util.Collections.swap(order, from, i);
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRight(List<Placed> order, int parts) {
    List<Integer> calls = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      for (int later = i + 1; later < order.size(); later++) {
        if (order.get(later).isBefore(order.get(i), parts)) {
          return false;
        }
      }
      calls.add(order.get(i).taken().call());
      if (!order.get(i).taken().result().equals(queue(calls))) {
        return false;
      }
    }
    return true;
  }
}
