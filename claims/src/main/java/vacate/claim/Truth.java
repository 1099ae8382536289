// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vacate.explorer.model.MemoryModel;
import vacate.revision.Revision;

/**
 * In which revision, under which memory models, a claim is expected to hold. Of revisions that it
 * does not name it says nothing.
 */
public final class Truth {
  private final Map<Revision, Set<MemoryModel>> holds = new EnumMap<>(Revision.class);

  private Truth() {}

  /** True under every model. */
  static Truth in(Revision... revisions) {
    return new Truth().put(EnumSet.allOf(MemoryModel.class), revisions);
  }

  /** False under every model. */
  static Truth notIn(Revision... revisions) {
    return new Truth().put(EnumSet.noneOf(MemoryModel.class), revisions);
  }

  /** This, and false in these under every model. */
  Truth butNotIn(Revision... revisions) {
    return put(EnumSet.noneOf(MemoryModel.class), revisions);
  }

  /** This, and true in that one under these models only. */
  Truth butIn(Revision revision, MemoryModel... under) {
    Set<MemoryModel> models = EnumSet.noneOf(MemoryModel.class);
    models.addAll(Arrays.asList(under));
    return put(models, revision);
  }

  private Truth put(Set<MemoryModel> models, Revision... revisions) {
    for (Revision revision : revisions) {
      holds.put(revision, models);
    }
    return this;
  }

  /** The revisions of which it says something. */
  public Set<Revision> revisions() {
    return holds.keySet();
  }

  /**
   * Whether the claim is expected to hold.
   *
   * @throws IllegalArgumentException if it says nothing of that revision
   */
  public boolean holds(Revision revision, MemoryModel model) {
    Set<MemoryModel> under = holds.get(revision);
    if (under == null) {
      throw new IllegalArgumentException("nothing is said of " + revision);
    }
    return under.contains(model);
  }
}
