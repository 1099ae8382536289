// SPDX-License-Identifier: GPL-2.0-only
package vacate.barriers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vacate.explorer.weaken.Change;
import vacate.explorer.weaken.Edit;
import vacate.explorer.weaken.Editing;
import vacate.explorer.weaken.Substitution;
import vacate.revision.Corrected;
import vacate.revision.Precaution;

/** The corrected protocol of some tests without a precaution of it. */
public final class LeftOut {
  private LeftOut() {}

  /**
   * The mutant.
   *
   * @param classes finds those of the tests
   */
  static Mutant of(Precaution precaution, List<MutatedTest> subjects, ClassLoader classes) {
    Change change = change(precaution, classes);
    return new Mutant(
        label(precaution),
        precaution.function(),
        place(precaution),
        precaution.what(),
        precaution.to(),
        subjects.stream().map(s -> s.with(change)).toList());
  }

  /** As the command line and the explanations spell it. */
  public static String label(Precaution precaution) {
    return precaution.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The port without it.
   *
   * @param classes finds those of the port
   */
  public static Change change(Precaution precaution, ClassLoader classes) {
    if (precaution.edits().length == 0) {
      return new Substitution(classes, Corrected.class.getName(), precaution.type().getName());
    }
    return new Editing(classes, Arrays.stream(precaution.edits()).map(Edit::of).toList());
  }

  /** The methods that do otherwise, or the class. */
  public static String place(Precaution precaution) {
    if (precaution.edits().length == 0) {
      return precaution.type().getName().replaceFirst(".*[.]", "").replace('$', '.');
    }
    return Arrays.stream(precaution.edits())
        .map(edit -> edit.replaceFirst(":.*", "").replaceFirst(".*[.](\\w+[.]\\w+)", "$1"))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
