// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import java.time.Duration;

/** Times as a person reads them. */
final class Elapsed {
  private Elapsed() {}

  /** In whole seconds, from a minute on with minutes. */
  static String text(Duration time) {
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
