// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static vacate.explorer.model.MemoryModel.JMM;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** What actors call of the JDK for themselves, as any code does. */
class OrdinaryCallsTest {
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Throws {
    static class Broken extends IOException {
      private static final long serialVersionUID = 1;

      Broken(Throwable cause) {
        super("broken", cause);
      }
    }

    volatile boolean broken;

    @Actor
    public void a() {
      broken = true;
    }

    @Actor
    public void b(L_Result r) {
      try {
        if (broken) {
          throw new Broken(new FileNotFoundException("f"));
        }
        r.r1 = "whole";
      } catch (IOException e) {
        r.r1 = e.getMessage() + " " + e.getCause().getMessage();
      }
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Digests {
    volatile String text = "a";

    @Actor
    public void a() {
      text = "b";
    }

    @Actor
    public void b(L_Result r) throws NoSuchAlgorithmException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes);
      r.r1 = bytes[0] + " " + sha.digest()[0];
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Scans {
    volatile String text = "1 2";

    @Actor
    public void a() {
      text = "3 4";
    }

    @Actor
    public void b(I_Result r) {
      Scanner words = new Scanner(text);
      r.r1 = words.nextInt() + words.nextInt();
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class AppendsPoints {
    final StringBuffer text = new StringBuffer();

    @Actor
    public void a() {
      text.appendCodePoint('a').appendCodePoint(0x1F600);
    }

    @Actor
    public void b(I_Result r) {
      r.r1 = text.length();
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Collects {
    final Collection<String> words = new ConcurrentLinkedQueue<>(List.of("a"));

    @Actor
    public void a() {
      words.add("bb");
    }

    @Actor
    public void b(L_Result r) {
      r.r1 =
          words.stream()
              .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
    }
  }

  /** The list that the JDK has made is one that threads may share. */
  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class Publishes {
    volatile List<Integer> numbers = new ArrayList<>();

    @Actor
    public void a() {
      numbers = List.of(1, 2).stream().map(n -> n + 1).collect(Collectors.toList());
    }

    @Actor
    public void b(L_Result r) {
      r.r1 = numbers.toString();
    }
  }

  @JCStressTest
  @Outcome(expect = Expect.ACCEPTABLE)
  @State
  public static class ScansAFile {
    final File file = new File("f");

    @Actor
    public void a(L_Result r) throws FileNotFoundException {
      r.r1 = new Scanner(file).next();
    }
  }

  private static Result explored(String name) throws ClassNotFoundException {
    return Explorer.explore(Class.forName(OrdinaryCallsTest.class.getName() + "$" + name), JMM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Throws        | whole & broken f",
        "Digests       | 97 -54 & 98 62",
        "Scans         | 3 & 7",
        "AppendsPoints | 0 & 1 & 3",
        "Collects      | {1=[a]} & {1=[a], 2=[bb]}",
        "Publishes     | [] & [2, 3]",
      })
  void whatTheyComeToIsProved(String name, String outcomes) throws ClassNotFoundException {
    Result r = explored(name);
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.PROVED);
    assertThat(r.outcomeIds()).containsExactlyInAnyOrder(outcomes.split(" & "));
  }

  @Test
  void filesAreNotScanned() throws ClassNotFoundException {
    Result r = explored("ScansAFile");
    assertThat(r.verdict()).as(r::toString).isEqualTo(Verdict.NOT_RUN);
    assertThat(r.reason()).startsWith("calls java.util.Scanner.<init> of a file");
  }
}
