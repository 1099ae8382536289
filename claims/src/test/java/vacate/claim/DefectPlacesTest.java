// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vacate.revision.Corrected;
import vacate.revision.Posted20070518;
import vacate.revision.PrePatch;
import vacate.revision.WithoutWriteBarrier;

/** Where a defect is said to be cured or caused is where a revision's source says so. */
class DefectPlacesTest {
  private static final Path SOURCES = Path.of("../core/src/main/java");

  /** A comment, and the method or class behind it. */
  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "/[*][*]((?:(?![*]/).)*)[*]/\\s*(?:@\\w+(?:[(][^)]*[)])?\\s*)*"
              + "(?:(?:public|protected|final) )*(?:class (\\w+)|[\\w\\[\\]]+ (\\w+)[(])",
          Pattern.DOTALL);

  /** The methods whose comment names the defect; all that a class overrides if its comment does. */
  private static Set<String> places(Defect defect) throws IOException {
    Set<String> places = new TreeSet<>();
    for (Class<?> revision :
        new Class<?>[] {
          Corrected.class, PrePatch.class, WithoutWriteBarrier.class, Posted20070518.class
        }) {
      Path file = SOURCES.resolve(revision.getName().replace('.', '/') + ".java");
      Matcher documented = DOCUMENTED.matcher(Files.readString(file));
      while (documented.find()) {
        String comment = documented.group(1).replaceAll("\\s*\\n\\s*[*]\\s*", " ");
        if (comment.contains("{@code " + defect.label() + "}")) {
          if (documented.group(3) != null) {
            places.add(documented.group(3));
          } else {
            Arrays.stream(revision.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .forEach(method -> places.add(method.getName()));
          }
        }
      }
    }
    return places;
  }

  @ParameterizedTest
  @EnumSource
  void itIsCuredOrCausedInTheStepWhoseCommentSaysSo(Defect defect) throws IOException {
    assertThat(places(defect)).isNotEmpty().isSubsetOf(defect.curedIn.split(", "));
  }
}
