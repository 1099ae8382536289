// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import vacate.explorer.call.ObjectText;
import vacate.explorer.heap.Names;
import vacate.explorer.heap.Refusals;
import vacate.explorer.search.Refused;
import vacate.explorer.search.Stop;

/** What a test says at its end, in words that are the same in each run of the JVM. */
public final class OutcomeText {
  private OutcomeText() {}

  /**
   * The outcome that a text is.
   *
   * @throws Refused if another run of the JVM would give another text
   */
  public static String of(String text) {
    if (ObjectText.isIn(text)) {
      throw another(text);
    }
    if (Names.refusal(text) != null) {
      throw Refusals.said("the result " + Names.refusal(text));
    }
    return text;
  }

  /** A refusal of a text that is another in each run of the JVM. */
  static Refused another(String text) {
    return Refusals.said("the result is another in each run of the JVM: " + text);
  }

  /**
   * What a thread threw, as its own {@code toString} says it; the class alone where that throws
   * again.
   */
  public static String of(Throwable thrown) throws Stop {
    try {
      return Names.said(thrown.toString());
    } catch (RuntimeException again) {
      Hooks.letStopThrough(again);
      return Names.said(thrown.getClass().getName());
    }
  }
}
