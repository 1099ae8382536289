// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import vacate.explorer.search.Litmus.Guard;
import vacate.explorer.search.Litmus.Instruction;

/** Random small programs, and how to make a failing one smaller. */
final class RandomLitmus {
  private static final String[] MODES = {"p", "o", "a", "r", "v"};
  private static final String[] FENCES = {"full", "full", "acq", "rel", "ll", "ss"};

  /** More take longer to enumerate than they are worth. */
  private static final double MOST_GRAPHS = 20_000;

  private final Random random;
  private final int fences;
  private final int branches;

  /**
   * Programs from a seed.
   *
   * @param fences how many of a hundred accesses have a fence before them
   * @param branches how many of a hundred depend on what was read before, or wait
   */
  RandomLitmus(long seed, int fences, int branches) {
    random = new Random(seed);
    this.fences = fences;
    this.branches = branches;
  }

  /** Two to four threads, at most {@code accesses} accesses of two or three locations. */
  Litmus next(int accesses) {
    while (true) {
      int locations = 2 + random.nextInt(2);
      int threads = 2 + random.nextInt(3);
      int results = 0;
      List<List<Instruction>> code = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        List<Instruction> thread = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
          if (one(fences)) {
            thread.add(Instruction.parse("F " + pick(FENCES)));
          }
          thread.add(guarded(thread, access(locations, results++)));
        }
        if (random.nextInt(4) == 0) {
          thread.add(random.nextInt(thread.size()), Instruction.parse("L m"));
          thread.add(Instruction.parse("N m"));
        }
        code.add(thread);
      }
      Litmus program = new Litmus(code);
      if (results <= accesses && BruteForce.graphs(program) < MOST_GRAPHS) {
        return program;
      }
    }
  }

  /**
   * The same with a second thread that does what the first does, perhaps with x and y, or 1 and 2,
   * in each other's place, and perhaps with a third that does, too.
   */
  Litmus nextWithTwins(int accesses) {
    while (true) {
      Litmus program = next(accesses);
      List<List<Instruction>> code = new ArrayList<>(program.code);
      List<Instruction> first = code.get(0);
      for (int twin = 1; twin <= 1 + random.nextInt(2) && twin <= code.size(); twin++) {
        boolean places = random.nextBoolean();
        boolean values = random.nextBoolean();
        String suffix = "t" + twin;
        List<Instruction> same =
            first.stream().map(i -> twinOf(i, places, values, suffix)).toList();
        if (twin == code.size()) {
          code.add(same);
        } else {
          code.set(twin, same);
        }
      }
      Litmus twins = new Litmus(code);
      if (BruteForce.graphs(twins) < MOST_GRAPHS) {
        return twins;
      }
    }
  }

  private static Instruction twinOf(Instruction i, boolean places, boolean values, String suffix) {
    Guard guard = i.guard();
    return new Instruction(
        i.op(),
        i.mode(),
        places ? other(i.location(), "x", "y") : i.location(),
        values ? other(i.first()) : i.first(),
        values ? other(i.second()) : i.second(),
        i.result() == null ? null : i.result() + suffix,
        guard == null
            ? null
            : new Guard(
                guard.result() + suffix,
                values ? other(guard.value()) : guard.value(),
                guard.equal()));
  }

  private static String other(String name, String one, String two) {
    return one.equals(name) ? two : two.equals(name) ? one : name;
  }

  private static long other(long value) {
    return value == 1 ? 2 : value == 2 ? 1 : value;
  }

  /**
   * An object with a final field behind which there are x and y: one thread makes and publishes it,
   * another may pass it on, one or two look into it, and one may write there, too.
   */
  Litmus nextWithFinalField() {
    List<List<Instruction>> code = new ArrayList<>();
    List<Instruction> maker = new ArrayList<>();
    maker.add(write(pick("x", "y")));
    if (random.nextBoolean()) {
      maker.add(write(pick("x", "y")));
    }
    maker.add(Instruction.parse("Z 7"));
    if (random.nextInt(3) == 0) {
      maker.add(write(pick("x", "y")));
    }
    fence(maker);
    maker.add(Instruction.parse("W" + pick("p", "o", "r") + " f 1"));
    code.add(maker);
    boolean passedOn = random.nextInt(3) == 0;
    if (passedOn) {
      List<Instruction> relay = new ArrayList<>();
      relay.add(Instruction.parse("R" + pick("p", "o", "a") + " f a"));
      fence(relay);
      relay.add(Instruction.parse("a=1? W" + pick("p", "o", "r") + " g 1"));
      code.add(relay);
    }
    for (int reader = 0; reader < (passedOn ? 1 : 1 + random.nextInt(2)); reader++) {
      code.add(reader("b" + reader, passedOn ? "g" : "f"));
    }
    if (random.nextInt(3) == 0) {
      code.add(List.of(write(pick("x", "y"))));
    }
    return new Litmus(code);
  }

  /**
   * Threads each of which reads and then writes, two or three of them, mostly with weak modes: in
   * many of them each may read what another writes later.
   */
  Litmus nextReadThenWrite() {
    while (true) {
      int threads = 2 + random.nextInt(2);
      int results = 0;
      List<List<Instruction>> code = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        List<Instruction> thread = new ArrayList<>();
        for (int i = 2 + random.nextInt(threads == 2 ? 3 : 2); i > 0; i--) {
          if (one(fences)) {
            thread.add(Instruction.parse("F " + pick(FENCES)));
          }
          boolean read = thread.isEmpty() || i > 1 && random.nextBoolean();
          thread.add(guarded(thread, weak(read, threads, results++)));
        }
        code.add(thread);
      }
      Litmus program = new Litmus(code);
      if (BruteForce.graphs(program) < MOST_GRAPHS) {
        return program;
      }
    }
  }

  private Instruction weak(boolean read, int locations, int k) {
    String l = locations == 3 ? pick("x", "y", "z") : pick("x", "y");
    if (one(15)) {
      String mode = pick("p", "o", "o", "a", "r", "v") + " " + l;
      return Instruction.parse(
          pick("X" + mode + " 1 r", "A" + mode + " 1 r", "C" + mode + " 0 1 r") + k);
    }
    return Instruction.parse(
        read
            ? "R" + pick("p", "p", "o", "a") + " " + l + " r" + k
            : "W" + pick("p", "p", "o", "r") + " " + l + pick(" 1", " 2"));
  }

  private List<Instruction> reader(String reference, String from) {
    List<Instruction> reader = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      reader.add(Instruction.parse("Rp x " + reference + "p"));
    }
    reader.add(Instruction.parse("R" + pick("p", "o", "a") + " " + from + " " + reference));
    for (int k = 0; k < 1 + random.nextInt(2); k++) {
      fence(reader);
      reader.add(
          Instruction.parse(
              reference + "=1? D" + pick("p", "o") + pick(" x 7 ", " y 7 ") + reference + k));
    }
    return reader;
  }

  private Instruction write(String location) {
    return Instruction.parse("W" + pick("p", "o", "r") + " " + location + " " + pick("1", "2"));
  }

  private void fence(List<Instruction> thread) {
    if (one(fences)) {
      thread.add(Instruction.parse("F " + pick(FENCES)));
    }
  }

  private Instruction guarded(List<Instruction> before, Instruction i) {
    List<String> results =
        before.stream().map(Instruction::result).filter(result -> result != null).toList();
    if (results.isEmpty() || !one(branches)) {
      return i;
    }
    String on = results.get(random.nextInt(results.size()));
    return i.when(new Guard(on, random.nextInt(3), random.nextBoolean()));
  }

  private Instruction access(int locations, int k) {
    String l = pick("x", "y", "z").equals("z") && locations == 3 ? "z" : pick("x", "y");
    String text =
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 ->
              "W" + pick("p", "o", "r", "v") + " " + l + " " + (1 + random.nextInt(2));
          case 4, 5, 6 ->
              one(branches / 2)
                  ? "S" + pick("p", "o", "a", "v") + " " + l + pick(" 1 r", " 2 r") + k
                  : "R" + pick("p", "o", "a", "v") + " " + l + " r" + k;
          case 7 -> "X" + pick(MODES) + " " + l + " " + pick("1", "2") + " r" + k;
          case 8 -> pick("A", "O") + pick(MODES) + " " + l + " 1 r" + k;
          default -> "C" + pick(MODES) + " " + l + " " + pick("0", "1") + " 2 r" + k;
        };
    return Instruction.parse(text);
  }

  private boolean one(int ofHundred) {
    return random.nextInt(100) < ofHundred;
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
