// SPDX-License-Identifier: GPL-2.0-only
package vacate.history;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vacate.revision.Revision;

/** How it is known of a defect which versions have it. */
public sealed interface Proof {
  /**
   * Scenarios that are explored in every version but some.
   *
   * @param probes the smallest first; the first that shows the defect is evidence
   * @param has the versions that have it
   * @param notAsked those that have nothing to be asked for it, and why
   * @param readOtherwise those of which reading the messages had said the contrary, and what is
   *     right
   */
  record Explored(
      List<Probe> probes,
      Set<Revision> has,
      Map<Revision, String> notAsked,
      Map<Revision, String> readOtherwise)
      implements Proof {
    public Explored {
      probes = List.copyOf(probes);
      has = Set.copyOf(has);
      notAsked = Map.copyOf(notAsked);
      readOtherwise = Map.copyOf(readOtherwise);
    }

    /** The same, not asked of these. */
    Explored exceptOf(String because, Revision... revisions) {
      return new Explored(probes, has, with(notAsked, because, revisions), readOtherwise);
    }

    /** The same, asked of these, too. */
    Explored alsoOf(Revision... revisions) {
      Map<Revision, String> less = new EnumMap<>(Revision.class);
      less.putAll(notAsked);
      Arrays.asList(revisions).forEach(less::remove);
      return new Explored(probes, has, less, readOtherwise);
    }

    /** The same, and reading had said the contrary of these. */
    Explored against(String because, Revision... revisions) {
      return new Explored(probes, has, notAsked, with(readOtherwise, because, revisions));
    }

    private static Map<Revision, String> with(
        Map<Revision, String> map, String because, Revision... revisions) {
      Map<Revision, String> more = new EnumMap<>(Revision.class);
      more.putAll(map);
      Arrays.stream(revisions).forEach(r -> more.put(r, because));
      return more;
    }
  }

  /**
   * It is not shown.
   *
   * @param because why, a sentence
   */
  record NotShown(String because) implements Proof {}

  /**
   * In these versions, by one of these; not asked of versions on the other side of the ten years
   * without a posting.
   */
  static Explored in(Set<Revision> has, Probe... probes) {
    Set<Revision> early = from(Revision.POSTED_20070504, Revision.POSTED_20080215);
    Set<Revision> late = from(Revision.POSTED_20170307, Revision.POSTED_2019);
    Explored asked = new Explored(List.of(probes), has, Map.of(), Map.of());
    return !has.isEmpty() && late.containsAll(has)
        ? asked.exceptOf("its shrink takes other steps", early.toArray(new Revision[0]))
        : asked.exceptOf("frozen is no flag of the page", late.toArray(new Revision[0]));
  }

  /** From one version on to another. */
  static Set<Revision> from(Revision first, Revision last) {
    return EnumSet.range(first, last);
  }
}
