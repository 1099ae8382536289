// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of edit does what it says, and nothing else. */
class EditTest {
  private static final String SUBJECT = EditSubject.class.getName();

  /** Has the subject as edited, and everything else as it is. */
  private static final class Edited extends ClassLoader {
    private final Editing files;

    Edited(String... edits) {
      super(EditTest.class.getClassLoader());
      files = new Editing(getParent(), Arrays.stream(edits).map(Edit::of).toList());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(SUBJECT)) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = files.getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] file = in.readAllBytes();
        return defineClass(name, file, 0, file.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** What the method tells, edited. */
  @SuppressWarnings("unchecked")
  private static List<String> told(String method, String... edits) throws Exception {
    String[] full =
        Arrays.stream(edits).map(e -> SUBJECT + "." + method + ": " + e).toArray(String[]::new);
    Class<?> edited = new Edited(full).loadClass(SUBJECT);
    Object subject = edited.getConstructor().newInstance();
    return (List<String>) edited.getMethod(method).invoke(subject);
  }

  @Test
  void whatIsNotEditedIsAsItWas() throws Exception {
    assertThat(told("calls")).containsExactly("tries once", "word", "static");
    assertThat(told("tests")).containsExactly("first is 0", "first is still 0", "second is 0");
    assertThat(told("moves")).containsExactly("first 0, second 0", "first 1, second 0", "end");
    assertThat(told("inherits")).containsExactly("own");
  }

  @Test
  void aCallThatIsOmittedIsNotMadeAndComesToFalse() throws Exception {
    assertThat(told("calls", "omit tries")).containsExactly("word", "static");
    assertThat(told("calls", "omit staticTries")).containsExactly("tries once", "word");
  }

  @Test
  void everyCallOfThatNameIsOmitted() throws Exception {
    assertThat(told("calls", "grant tries", "omit says")).containsExactly("static");
  }

  @Test
  void aCallThatIsGrantedIsNotMadeAndComesToTrue() throws Exception {
    assertThat(told("calls", "grant tries")).containsExactly("had", "word", "static");
  }

  @Test
  void aTestIsLeftOutWithWhatItGuards() throws Exception {
    assertThat(told("tests", "without first")).containsExactly("first is still 0", "second is 0");
    assertThat(told("tests", "without first#1+0"))
        .containsExactly("first is still 0", "second is 0");
  }

  @Test
  void theSecondTestIsAskedForByItsNumber() throws Exception {
    assertThat(told("tests", "without first#2")).containsExactly("first is 0", "second is 0");
  }

  @Test
  void aTestOfWhatWasReadALineBeforeIsAskedForByItsDistance() throws Exception {
    assertThat(told("tests", "without second+1")).containsExactly("first is 0", "first is still 0");
  }

  @Test
  void aStatementIsMovedBehindAnother() throws Exception {
    assertThat(told("moves", "move first behind second"))
        .containsExactly("first 0, second 0", "first 0, second 2", "end");
  }

  @Test
  void aMethodThatInheritsIsThatOfItsSuperclass() throws Exception {
    assertThat(told("inherits", "inherit")).containsExactly("inherited");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.Type.method",
        "a.Type.method: ",
        "a.Type.method: forget call",
        "a.Type.method: omit",
        "a.Type.method: move a",
        "a.Type.method: without a#",
        "a.Type.method: inherit it",
        "method: omit call"
      })
  void whatIsNoEditIsRefused(String text) {
    assertThatThrownBy(() -> Edit.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no edit: " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "gone: omit says, 0 methods",
    "ambiguous: omit says, 2 methods",
    "gone: inherit, 0 methods",
    "calls: omit gone, no call of gone in calls",
    "calls: grant gone, no call of gone in calls",
    "calls: omit word, no value for word()Ljava/lang/String;",
    "tests: without gone, no line 1 with gone in tests",
    "tests: without first#3, no line 3 with first in tests",
    "tests: without second, no test at line 1 with second",
    "tests: without second+9, no test at line 1 with second",
    "moves: move gone behind first, no line 1 with gone in moves",
    "moves: move first behind gone, no line 1 with gone in moves"
  })
  void anEditOfWhatIsNotThereIsRefusedByItsText(String edit, String why) {
    String text = SUBJECT + "." + edit;
    assertThatThrownBy(() -> new Edited(text).loadClass(SUBJECT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(text + ": " + why);
  }

  /** Otherwise it would be made by nobody, and the program that it should change not be changed. */
  @Test
  void anEditOfAClassThatIsNotThereIsRefusedBeforeItIsAskedFor() {
    assertThatThrownBy(() -> new Edited("a.Gone.method: omit call"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.Gone.method: omit call: no such class");
  }
}
