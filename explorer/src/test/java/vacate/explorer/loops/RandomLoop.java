// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loops;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random actor body with one loop, rendered twice: as a loop with a spin hint somewhere or
 * nowhere, and unrolled into copies of its turn, behind the last of which the actor gives up.
 *
 * <p>Shared are the fields {@code x}, {@code y} and {@code l}; an actor has {@code a}, {@code b}
 * and {@code n} to itself. A turn is a list of statements, {@code @} standing for the way out.
 */
final class RandomLoop {
  private static final String HINT = "Thread.onSpinWait();";
  private static final List<String> READS =
      List.of("getVolatile", "getAcquire", "getOpaque", "get", "getVolatile");
  private static final List<String> WRITES =
      List.of("setVolatile", "setRelease", "setOpaque", "set", "setVolatile");

  private final Random random;
  private final List<String> before = new ArrayList<>();
  private final List<String> turn = new ArrayList<>();
  private final List<String> after = new ArrayList<>();
  private int hint;

  RandomLoop(long seed) {
    random = new Random(seed);
    if (random.nextInt(3) == 0) {
      before.add(write());
    }
    switch (random.nextInt(10)) {
      case 0 -> turn.add("if (" + read("x") + " != 0) @");
      case 1 -> {
        turn.add("a = " + read("l") + ";");
        turn.add("if (a != 1) @");
      }
      case 2 -> turn.add("if (" + handle("l") + ".compareAndSet(this, 0, 1)) @");
      case 3 -> turn.add("if ((int) " + handle("l") + ".getAndSet(this, 2) == 0) @");
      case 4 -> turn.add("if (n++ == 1 || " + read("x") + " != 0) @");
      case 5 -> turn.add("if (" + read("x") + " != 0 || " + read("y") + " != 0) @");
      case 6 -> {
        turn.add("if (" + read("x") + " != 0) @");
        turn.add("if (++n == 2) { b = 7; @ }");
      }
      case 7 -> {
        turn.add("if ((int) " + handle("l") + ".getAndSetAcquire(this, 1) == 0) @");
        turn.add("if (" + read("l") + " == 2) { b = 5; @ }");
      }
      case 8 -> {
        turn.add("if (" + read("x") + " != 0) @");
        turn.add("bump();");
      }
      default -> {
        turn.add("try { if (" + read("y") + " != 0) throw new IllegalStateException(); }");
        turn.add("catch (IllegalStateException e) { b = 3; @ }");
      }
    }
    if (random.nextInt(2) == 0) {
      // the slow path of a lock that has been seen taken, or of a flag that has not been seen set
      before.add("if (!" + handle("l") + ".compareAndSet(this, 0, 1)) b += 1;");
    }
    hint = random.nextInt(3);
    after.add("b += " + read(random.nextBoolean() ? "x" : "y") + ";");
    after.add(random.nextBoolean() ? handle("l") + ".setRelease(this, 0);" : write());
  }

  /** An actor that loops nowhere. */
  static String straight(long seed) {
    RandomLoop r = new RandomLoop(seed);
    return "a = " + r.read("x") + "; " + r.write() + " b = " + r.read("l") + "; " + r.write();
  }

  private static String handle(String field) {
    return field.toUpperCase(java.util.Locale.ROOT);
  }

  private String read(String field) {
    return "(int) " + handle(field) + "." + READS.get(random.nextInt(READS.size())) + "(this)";
  }

  private String write() {
    String field = List.of("x", "y", "l").get(random.nextInt(3));
    String mode = WRITES.get(random.nextInt(WRITES.size()));
    return handle(field) + "." + mode + "(this, " + random.nextInt(3) + ");";
  }

  /** With the loop. */
  String looping() {
    String way = String.join("\n", turn);
    String first = hint == 1 ? HINT : "";
    String last = hint == 2 ? HINT : "";
    return body("for (;;) {\n" + first + "\n" + way.replace("@", "break;") + "\n" + last + "\n}");
  }

  /** With {@code turns} copies of the turn, and then 99 in {@code r} and no more. */
  String unrolled(int turns, String result) {
    String copy = String.join("\n", turn).replace("@", "break done;") + "\n";
    return body("done: {\n" + copy.repeat(turns) + result + " = 99;\nif (n >= 0) return;\n}");
  }

  private String body(String loop) {
    return String.join("\n", before) + "\n" + loop + "\n" + String.join("\n", after);
  }
}
