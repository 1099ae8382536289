// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was found so far. */
final class Findings {
  private List<Damage> list = Collections.emptyList();

  void found(Violation kind, String text) {
    if (list.isEmpty()) {
      list = new ArrayList<>();
    }
    list.add(new Damage(kind, text));
  }

  List<Damage> list() {
    return list;
  }
}
