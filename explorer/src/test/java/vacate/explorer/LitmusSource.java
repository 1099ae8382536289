// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vacate.explorer.model.MemoryModel;
import vacate.explorer.search.Litmus;
import vacate.explorer.search.Tally;
import vacate.explorer.weaken.InsertedFence;
import vacate.explorer.weaken.Kind;
import vacate.explorer.weaken.Mend;
import vacate.explorer.weaken.Strengthening;

/**
 * A litmus test of loads, stores and fences, once in the notation of litmus.txt and once as a
 * jcstress test: each instruction is a method of its own, named for its thread and place.
 *
 * @param text in the notation of litmus.txt
 * @param observed registers and locations whose values make the outcome, in this order
 */
record LitmusSource(String text, List<String> observed) {
  /** The outcomes that the text has, as jcstress would print them. */
  Set<String> outcomes(MemoryModel model) {
    return Tally.of(Litmus.parse(text), model).outcomes.keySet().stream()
        .map(
            all ->
                observed.stream()
                    .map(name -> ((Map<?, ?>) all).get(name).toString())
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<List<String>> threads() {
    return Stream.of(text.split("&")).map(t -> List.of(t.trim().split(";"))).toList();
  }

  /** The jcstress test. */
  String java() {
    StringBuilder methods = new StringBuilder();
    String result = "I".repeat(observed.size()) + "_Result r";
    List<List<String>> threads = threads();
    for (int t = 0; t < threads.size(); t++) {
      StringBuilder calls = new StringBuilder();
      for (int i = 0; i < threads.get(t).size(); i++) {
        String[] w = threads.get(t).get(i).split(" ");
        char mode = w[0].charAt(1);
        boolean read = w[0].charAt(0) == 'R';
        String handle = w[1].toUpperCase(java.util.Locale.ROOT);
        String name = "t" + t + "i" + i;
        methods.append(
            read
                ? "int %s() { return (int) %s.get%s(this); }\n"
                    .formatted(name, handle, suffix(mode))
                : "void %s() { %s.set%s(this, %s); }\n"
                    .formatted(name, handle, suffix(mode), w[2]));
        String into = read ? "r.r" + (observed.indexOf(w[2]) + 1) + " = " : "";
        calls.append(into).append(name).append("();\n");
      }
      methods.append("@Actor public void actor%d(%s) {\n%s}\n".formatted(t, result, calls));
    }
    String last =
        IntStream.range(0, observed.size())
            .filter(i -> "xy".contains(observed.get(i)))
            .mapToObj(i -> "r.r" + (i + 1) + " = " + observed.get(i) + ";")
            .collect(Collectors.joining());
    return """
        @JCStressTest @State @Outcome(expect = Expect.ACCEPTABLE)
        public class Shape {
          static final java.lang.invoke.VarHandle X;
          static final java.lang.invoke.VarHandle Y;
          static {
            try {
              var lookup = java.lang.invoke.MethodHandles.lookup();
              X = lookup.findVarHandle(Shape.class, "x", int.class);
              Y = lookup.findVarHandle(Shape.class, "y", int.class);
            } catch (ReflectiveOperationException e) {
              throw new ExceptionInInitializerError(e);
            }
          }
          int x;
          int y;
          %s
          @Arbiter public void arbiter(%s) { %s }
        }
        """
        .formatted(methods, result, last);
  }

  private static String suffix(char mode) {
    return switch (mode) {
      case 'p' -> "";
      case 'o' -> "Opaque";
      case 'a' -> "Acquire";
      case 'r' -> "Release";
      default -> "Volatile";
    };
  }

  /** The same with mends made in the text. */
  LitmusSource mended(List<Mend> mends) {
    List<List<String>> threads = new ArrayList<>();
    for (int t = 0; t < threads().size(); t++) {
      List<String> mended = new ArrayList<>();
      for (int i = 0; i < threads().get(t).size(); i++) {
        String instruction = threads().get(t).get(i);
        String name = "t" + t + "i" + i;
        for (Mend mend : mends) {
          boolean here = mend.at().stack().get(0).method().equals(name);
          if (here && mend instanceof InsertedFence fence) {
            mended.add(
                switch (fence.fence()) {
                  case LOADS -> "F ll";
                  case STORES -> "F ss";
                  default -> "F full";
                });
          } else if (here && mend instanceof Strengthening to) {
            instruction = strengthened(instruction, to);
          } else if (!here && !mend.at().stack().get(0).method().matches("t\\di\\d")) {
            throw new IllegalArgumentException("not in the text: " + mend);
          }
        }
        mended.add(instruction);
      }
      threads.add(mended);
    }
    return new LitmusSource(
        threads.stream().map(t -> String.join(";", t)).collect(Collectors.joining(" & ")),
        observed);
  }

  private static String strengthened(String instruction, Strengthening to) {
    if (instruction.charAt(0) != (to.at().kind() == Kind.LOAD ? 'R' : 'W')) {
      throw new IllegalArgumentException(instruction + " is not what is meant by " + to);
    }
    char mode =
        switch (to.to()) {
          case OPAQUE_ONLY -> 'o';
          case ACQUIRING -> 'a';
          case RELEASING -> 'r';
          default -> 'v';
        };
    return instruction.charAt(0) + "" + mode + instruction.substring(2);
  }

  /** A shape with its modes put in. */
  static LitmusSource of(String shape, char read, char write, String observed) {
    String text = shape.replaceAll("R ", "R" + read + " ").replaceAll("W ", "W" + write + " ");
    return new LitmusSource(text, Arrays.asList(observed.split(" ")));
  }
}
