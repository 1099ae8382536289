// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static vacate.explorer.model.MemoryModel.SC;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestMethod;

/** Makes calls in the explorer, by one actor under sc, and on the JDK, and compares them. */
final class SideBySide {
  /** What a call says or throws; how some exceptions put it is not the program's business. */
  private static final String SPEAKER =
      """
      package t;
      public class Speaker {
        static String say(Object o) {
          return o instanceof NullPointerException || o instanceof ClassCastException
              ? o.getClass().getName()
              : String.valueOf(o);
        }
      }
      """;

  private static final int AT_ONCE = 100;

  /** Each doubles the number of executions. */
  private static final int AT_ONCE_IF_THEY_MAY_FAIL = 5;

  private static final String RESULT = "org.openjdk.jcstress.infra.results.L_Result";

  private final URLClassLoader loader;
  private final Map<String, List<JdkCall>> batches = new LinkedHashMap<>();
  private final List<String> differences = new ArrayList<>();
  private final Map<String, String> refused = new TreeMap<>();

  private SideBySide(Path folder, List<JdkCall> calls, String... fixtures) throws IOException {
    for (boolean mayFail : new boolean[] {false, true}) {
      List<JdkCall> alike = calls.stream().filter(c -> c.mayFail() == mayFail).toList();
      int size = mayFail ? AT_ONCE_IF_THEY_MAY_FAIL : AT_ONCE;
      for (int i = 0; i < alike.size(); i += size) {
        batches.put("Batch" + batches.size(), alike.subList(i, Math.min(i + size, alike.size())));
      }
    }
    List<String> sources = new ArrayList<>(List.of(fixtures));
    sources.add(SPEAKER);
    batches.forEach((name, batch) -> sources.add(source(name, batch)));
    Compiled.into(folder, sources.toArray(new String[0]));
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  private static String source(String name, List<JdkCall> batch) {
    StringBuilder all = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < batch.size(); i++) {
      all.append("b.append(c" + i + "()).append('\\n');\n");
      methods.append("public void only" + i + "(L_Result r) { r.r1 = c" + i + "(); }\n");
      methods.append(batch.get(i).source("c" + i));
    }
    return """
        package t;
        import java.lang.invoke.*;
        import java.util.concurrent.*; import java.util.concurrent.atomic.*;
        import java.util.concurrent.locks.*; import java.util.function.*;
        @SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
        public class %s extends Speaker {
          public void all(L_Result r) { StringBuilder b = new StringBuilder(); %s r.r1 = b.toString(); }
          %s
        }
        """
        .formatted(name, all, methods);
  }

  /** Makes all calls, whose code may use the classes of package {@code t} in the fixtures. */
  static SideBySide of(Path folder, List<JdkCall> calls, String... fixtures)
      throws IOException, ReflectiveOperationException {
    SideBySide both = new SideBySide(folder, calls, fixtures);
    try {
      for (Map.Entry<String, List<JdkCall>> batch : both.batches.entrySet()) {
        both.compare("t." + batch.getKey(), "all", batch.getValue());
      }
    } finally {
      both.loader.close();
    }
    return both;
  }

  /** What differs, a line for each. */
  List<String> differences() {
    return differences;
  }

  /** Methods that the explorer refuses, each with a reason. */
  Map<String, String> refused() {
    return refused;
  }

  private void compare(String type, String method, List<JdkCall> calls)
      throws ReflectiveOperationException {
    Result here = inTheExplorer(type, method);
    if (here.verdict() == Verdict.NOT_RUN || here.reason() != null) {
      if (method.equals("all")) {
        for (int i = 0; i < calls.size(); i++) {
          compare(type, "only" + i, calls.subList(i, i + 1));
        }
      } else {
        refused.putIfAbsent(calls.get(0).method(), here.reason());
      }
      return;
    }
    List<String> there = onTheJdk(type, method).lines().toList();
    boolean seen = false;
    for (String id : here.outcomeIds()) {
      List<String> said = id.lines().toList();
      seen |= said.equals(there);
      for (int i = 0; i < calls.size(); i++) {
        boolean failed = calls.get(i).mayFail() && said.get(i).startsWith("false then ");
        if (!said.get(i).equals(there.get(i)) && !failed) {
          differences.add(calls.get(i) + "\n  here: " + said.get(i) + "\n  JDK:  " + there.get(i));
        }
      }
    }
    if (!seen && differences.isEmpty()) {
      differences.add(type + "." + method + " never comes to what the JDK says");
    }
  }

  private Result inTheExplorer(String type, String method) {
    TestMethod actor = new TestMethod(method, "(L" + RESULT.replace('.', '/') + ";)V");
    StressTest test =
        new StressTest(type, List.of(actor), null, null, false, type, List.of(), null);
    return Explorer.explore(test, loader, SC, Bounds.DEFAULT);
  }

  private String onTheJdk(String type, String method) throws ReflectiveOperationException {
    Class<?> batch = loader.loadClass(type);
    Object result = loader.loadClass(RESULT).getConstructor().newInstance();
    batch.getMethod(method, result.getClass()).invoke(batch.getConstructor().newInstance(), result);
    Field r1 = result.getClass().getField("r1");
    return (String) r1.get(result);
  }
}
