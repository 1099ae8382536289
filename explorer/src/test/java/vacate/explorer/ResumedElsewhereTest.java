// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.SC;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import vacate.explorer.checkpoint.Checkpoints;
import vacate.explorer.checkpoint.Lines;
import vacate.explorer.jcstress.StressTest;
import vacate.explorer.jcstress.TestReader;

/**
 * A run that goes on where the program is told something else begins anew: else some executions
 * would be of one program, and the rest of another.
 */
class ResumedElsewhereTest {
  private static final String PROPERTY = "vacate.test.resumed";
  private static final int ALL = 6;

  /** Six executions, each with what setup was told. */
  abstract static class Told {
    final int told;
    volatile int x;

    Told(int told) {
      this.told = told;
    }

    void write(II_Result r) {
      x = 1;
      x = 2;
      r.r1 = told;
    }

    void read(II_Result r) {
      r.r2 = x * 10 + x;
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfProperty extends Told {
    public OfProperty() {
      super(Integer.getInteger(PROPERTY, 1));
    }

    @Actor
    public void a(II_Result r) {
      write(r);
    }

    @Actor
    public void b(II_Result r) {
      read(r);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfFile extends Told {
    public OfFile() throws IOException {
      super(number());
    }

    private static int number() throws IOException {
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(new FileInputStream(System.getProperty(PROPERTY))))) {
        return Integer.parseInt(in.readLine());
      }
    }

    @Actor
    public void a(II_Result r) {
      write(r);
    }

    @Actor
    public void b(II_Result r) {
      read(r);
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class OfClass extends Told {
    public OfClass() {
      super(isThere() ? 2 : 1);
    }

    private static boolean isThere() {
      try {
        Class.forName("vacate.explorer.ResumedElsewhereTest$Library");
        return true;
      } catch (ClassNotFoundException e) {
        return false;
      }
    }

    @Actor
    public void a(II_Result r) {
      write(r);
    }

    @Actor
    public void b(II_Result r) {
      read(r);
    }
  }

  /** What a program can do without. */
  static class Library {}

  /** What one run has left, in memory. */
  private static final class Kept implements Checkpoints {
    private final Map<String, List<String>> states = new HashMap<>();
    private final List<String> begunAnew = new ArrayList<>();

    @Override
    public long round(long executions) {
      return 0;
    }

    @Override
    public void keep(String exploration, Lines state) {
      states.put(exploration, state.all());
    }

    @Override
    public Optional<Lines> find(String exploration) {
      return Optional.ofNullable(states.get(exploration)).map(Lines::of);
    }

    @Override
    public void begunAnew(String exploration) {
      begunAnew.add(exploration);
    }
  }

  @TempDir Path directory;
  private final Kept kept = new Kept();

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  private Result explored(Class<?> type, ClassLoader loader, long most) {
    StressTest test = new TestReader(loader).read(type.getName()).orElseThrow();
    Bounds bounds = new Bounds(Bounds.DEFAULT.loop(), most);
    Settings settings = Settings.of(bounds).workers(1).checkpoints(kept);
    return Explorer.explore(test, loader, Set.of(SC), settings, Progress.NONE).get(SC);
  }

  private void isOfOneProgram(Class<?> type, ClassLoader loader, int told, boolean anew) {
    Result r = explored(type, loader, Bounds.DEFAULT.executions());
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.executions()).as(r::toString).isEqualTo(ALL);
    assertThat(r.outcomeIds()).as(r::toString).allMatch(id -> id.startsWith(told + ", "));
    assertThat(kept.begunAnew).hasSize(anew ? 1 : 0);
  }

  @Test
  void itGoesOnWhereItIsToldTheSame() {
    System.setProperty(PROPERTY, "3");
    explored(OfProperty.class, getClass().getClassLoader(), 2);
    isOfOneProgram(OfProperty.class, getClass().getClassLoader(), 3, false);
  }

  @Test
  void anotherPropertyIsAnotherProgram() {
    explored(OfProperty.class, getClass().getClassLoader(), 2);
    System.setProperty(PROPERTY, "3");
    isOfOneProgram(OfProperty.class, getClass().getClassLoader(), 3, true);
  }

  @Test
  void aFileMayBeAnother() throws IOException {
    Path file = directory.resolve("number");
    System.setProperty(PROPERTY, file.toString());
    Files.writeString(file, "4\n");
    explored(OfFile.class, getClass().getClassLoader(), 2);
    Files.writeString(file, "5\n");
    isOfOneProgram(OfFile.class, getClass().getClassLoader(), 5, true);
  }

  @Test
  void aClassMayHaveCome() {
    ClassLoader here = getClass().getClassLoader();
    ClassLoader without =
        new ClassLoader(here) {
          @Override
          public URL getResource(String name) {
            return name.endsWith("$Library.class") ? null : super.getResource(name);
          }
        };
    explored(OfClass.class, without, 2);
    isOfOneProgram(OfClass.class, here, 2, true);
  }
}
