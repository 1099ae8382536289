// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.revision.Revision;

/**
 * What a version had to be changed in, so that nothing that is known to be wrong with it shows.
 *
 * @param revision the version with these changes
 * @param changes the steps that it takes otherwise
 * @param left what still shows, and why it does no harm
 */
public record Cure(Revision revision, List<Change> changes, Map<HistoricDefect, String> left) {
  /**
   * A step that is taken otherwise.
   *
   * @param sentence what is done
   * @param cures what of it does not show any more
   */
  public record Change(String sentence, Set<HistoricDefect> cures) {
    Change(String sentence, HistoricDefect... cures) {
      this(sentence, Set.of(cures));
    }
  }

  public Cure {
    changes = List.copyOf(changes);
    left = Map.copyOf(left);
  }
}
