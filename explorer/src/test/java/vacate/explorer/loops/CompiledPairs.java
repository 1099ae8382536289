// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.loops;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Test classes {@code L<i>} with a loop in each of their first actors, and {@code U<i>} without.
 */
final class CompiledPairs {
  private static final String HEADER =
      """
      import java.lang.invoke.*;
      import org.openjdk.jcstress.annotations.*;
      import org.openjdk.jcstress.infra.results.*;
      """;

  private static final String CLASS =
      """
      @JCStressTest @State @Outcome(id = ".*", expect = Expect.ACCEPTABLE)
      public class %1$s {
        static final VarHandle X, Y, L, W;
        static {
          try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            X = lookup.findVarHandle(%1$s.class, "x", int.class);
            Y = lookup.findVarHandle(%1$s.class, "y", int.class);
            L = lookup.findVarHandle(%1$s.class, "l", int.class);
            W = lookup.findVarHandle(%1$s.class, "w", int.class);
          } catch (ReflectiveOperationException e) { throw new Error(e); }
        }
        int x, y, l, w;
        void bump() { w++; }
        %2$s
      }
      """;

  private final int turns;
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  CompiledPairs(int turns) {
    this.turns = turns;
  }

  void add(int number, long seed) {
    Random random = new Random(seed);
    int threads = 2 + (random.nextInt(4) == 0 ? 1 : 0);
    int loops = 1 + random.nextInt(2);
    StringBuilder looping = new StringBuilder();
    StringBuilder unrolled = new StringBuilder();
    for (int t = 0; t < threads; t++) {
      String result = "r.r" + (t + 1);
      String head = "@Actor public void t" + t + "(III_Result r) { int a = 0, b = 0, n = 0;\n";
      String tail = "\n" + result + " = 10 * a + b; }\n";
      long mine = random.nextLong();
      if (t < loops) {
        RandomLoop loop = new RandomLoop(mine);
        looping.append(head).append(loop.looping()).append(tail);
        unrolled.append(head).append(loop.unrolled(turns, result)).append(tail);
      } else {
        String straight = head + RandomLoop.straight(mine) + tail;
        looping.append(straight);
        unrolled.append(straight);
      }
    }
    source("L" + number, looping.toString());
    source("U" + number, unrolled.toString());
  }

  private void source(String name, String body) {
    String text = HEADER + CLASS.formatted(name, body);
    texts.add(text);
    sources.add(
        new SimpleJavaFileObject(
            URI.create("mem:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
  }

  /** The source of the looping class. */
  String text(int number) {
    return texts.get(2 * number);
  }

  URLClassLoader compile(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
      throw new AssertionError(messages);
    }
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, CompiledPairs.class.getClassLoader());
  }
}
