// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.util.List;
import java.util.Locale;
import vacate.explorer.model.MemoryModel;

/** The {@code --model} option. */
final class Models {
  /** The names of all, as an annotation can have them; a test holds them against the models. */
  static final String ALL = "sc,tso,pso,jmm";

  /** The same where one is asked for. */
  static final String ONE = "sc|tso|pso|jmm";

  private Models() {}

  /**
   * The models of those names, in capitals or not, each once.
   *
   * @throws UsageException if there is none of a name
   */
  static List<MemoryModel> parse(List<String> ids) {
    return ids.stream().map(Models::parse).distinct().toList();
  }

  /** The same of one name. */
  static MemoryModel parse(String id) {
    try {
      return MemoryModel.of(id.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--model " + id + " is none of " + ALL.replace(",", ", "));
    }
  }
}
