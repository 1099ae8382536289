// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import vacate.explorer.search.Litmus.Instruction;

/** Random small programs, and how to make a failing one smaller. */
final class RandomLitmus {
  private final Random random;
  private final int fences;

  /**
   * Programs from a seed.
   *
   * @param fences how many of a hundred accesses have a fence before them
   */
  RandomLitmus(long seed, int fences) {
    random = new Random(seed);
    this.fences = fences;
  }

  /** Two or three threads, at most {@code accesses} accesses of two or three locations. */
  Litmus next(int accesses) {
    while (true) {
      int locations = 2 + random.nextInt(2);
      int threads = 2 + random.nextInt(2);
      int results = 0;
      List<List<Instruction>> code = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        List<Instruction> thread = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          if (random.nextInt(100) < fences) {
            thread.add(Instruction.parse("F " + pick("full", "full", "acq", "rel", "ll", "ss")));
          }
          thread.add(access(locations, results++));
        }
        if (random.nextInt(4) == 0) {
          thread.add(random.nextInt(thread.size()), Instruction.parse("L m"));
          thread.add(Instruction.parse("N m"));
        }
        code.add(thread);
      }
      if (results <= accesses) {
        return new Litmus(code);
      }
    }
  }

  private Instruction access(int locations, int k) {
    String l = pick("x", "y", "z").equals("z") && locations == 3 ? "z" : pick("x", "y");
    String text =
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 ->
              "W" + pick("p", "o", "r", "v") + " " + l + " " + (1 + random.nextInt(2));
          case 4, 5, 6 -> "R" + pick("p", "o", "a", "v") + " " + l + " r" + k;
          case 7 -> "X" + pick("o", "a", "r", "v") + " " + l + " " + pick("1", "2") + " r" + k;
          case 8 -> pick("A", "O") + pick("o", "a", "r", "v") + " " + l + " 1 r" + k;
          default -> "C" + pick("p", "a", "r", "v") + " " + l + " " + pick("0", "1") + " 2 r" + k;
        };
    return Instruction.parse(text);
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** Drops instructions as long as the program still fails. */
  static Litmus shrink(Litmus failing, Predicate<Litmus> fails) {
    for (int t = 0; t < failing.code.size(); t++) {
      for (int i = 0; i < failing.code.get(t).size(); i++) {
        List<List<Instruction>> code = new ArrayList<>();
        failing.code.forEach(thread -> code.add(new ArrayList<>(thread)));
        code.get(t).remove(i);
        code.removeIf(List::isEmpty);
        Litmus smaller = new Litmus(code);
        if (!code.isEmpty() && fails.test(smaller)) {
          return shrink(smaller, fails);
        }
      }
    }
    return failing;
  }
}
