// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which neighbouring steps change places, which do not and why, and that those do that do. */
class SwapsTest {
  private static final String SUBJECT = SwapSubject.class.getName();
  private static final Swaps SWAPS = Swaps.of(file(SwapsTest.class.getClassLoader()));

  private static byte[] file(ClassLoader classes) {
    try (InputStream in = classes.getResourceAsStream(SUBJECT.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the subject in another order, and everything else as it is. */
  private static final class Swapped extends ClassLoader {
    private final Swapping files;

    Swapped(Swap swap) {
      super(SwapsTest.class.getClassLoader());
      files = new Swapping(getParent(), swap);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(SUBJECT)) {
        return super.loadClass(name, resolve);
      }
      byte[] bytes = file(files);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private static List<Swap> of(String method) {
    return SWAPS.found().stream().filter(s -> s.method().equals(method + "()I")).toList();
  }

  private static List<String> refused(String method) {
    return SWAPS.refused().stream()
        .filter(r -> r.what().startsWith(SUBJECT + "." + method + "()"))
        .map(Swaps.Refused::why)
        .toList();
  }

  private static List<String> told(Swap swap) throws ReflectiveOperationException {
    Class<?> swapped = new Swapped(swap).loadClass(SUBJECT);
    Object subject = swapped.getConstructor().newInstance();
    String method = swap.method().substring(0, swap.method().indexOf('('));
    swapped.getMethod(method).invoke(subject);
    @SuppressWarnings("unchecked")
    List<String> told = (List<String>) swapped.getField("told").get(subject);
    return told;
  }

  @ParameterizedTest
  @CsvSource({
    "calls, 0, one, two, two one",
    "returned, 0, one, return three, three one",
    "tested, 0, one, isFive?, five? one two",
    "tested, 1, one, 'isFive, two', five? two one",
    "branches, 0, 'isFive, two, one', three, three five? two",
    "loops, 0, one, two, two one one",
  })
  void changesPlaces(String method, int nth, String first, String second, String told)
      throws ReflectiveOperationException {
    Swap swap = of(method).get(nth);
    assertThat(swap.first()).isEqualTo(first);
    assertThat(swap.second()).isEqualTo(second);
    assertThat(String.join(" ", told(swap))).isEqualTo(told);
  }

  @Test
  void storesToTwoFieldsChangePlaces() {
    Swap swap = of("fields").get(0);
    assertThat(swap.toString())
        .matches(".*SwapSubject[.]fields[(][)]I: first, line \\d+ <-> second, line \\d+");
    assertThat(swap.secondLine()).isEqualTo(swap.firstLine() + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "oneField, 'both access one field, and one of them writes it'",
    "usesWhatIsSet, the second uses a variable that the first sets",
    "setsWhatIsUsed, the second sets a variable that the first uses",
  })
  void refusesAndSaysWhy(String method, String why) {
    assertThat(of(method)).isEmpty();
    assertThat(refused(method)).containsOnly(why);
  }

  @Test
  void whatIsJumpedOverStaysBeforeTheEndOfTheJump() throws ReflectiveOperationException {
    assertThat(refused("intoTheMidst")).containsExactly("a jump leads between them");
    assertThat(of("intoTheMidst")).hasSize(1); // all that branches, and what comes behind
    assertThat(told(of("intoTheMidst").get(0))).containsExactly("two", "five?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaves", "handled", "arithmetic"})
  void areNoTwoSteps(String method) {
    assertThat(of(method)).isEmpty();
    assertThat(refused(method)).isEmpty();
  }

  @Test
  void eachIsLoadedAndRuns() throws ReflectiveOperationException {
    for (Swap swap : SWAPS.found()) {
      if (swap.method().endsWith("()I")) {
        told(swap);
      }
    }
    assertThat(SWAPS.found()).hasSizeGreaterThan(6);
  }
}
