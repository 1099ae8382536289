// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.List;

/** What {@link EditSubject} is without a method of its own. */
public class EditSubjectBase {
  protected final List<String> told = new ArrayList<>();

  public List<String> inherits() {
    return List.of("inherited");
  }
}
