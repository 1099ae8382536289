// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.List;

/** What is edited in {@link EditTest}: methods of a few lines, that tell what they do. */
public class EditSubject extends EditSubjectBase {
  private int first;
  private int second;

  @Override
  public List<String> inherits() {
    return List.of("own");
  }

  private boolean tries(long patience, String what) {
    told.add("tries " + what);
    return patience == 0;
  }

  private void says(String word) {
    told.add(word);
  }

  private String word() {
    return "word";
  }

  private static boolean staticTries() {
    return true;
  }

  public List<String> calls() {
    if (tries(1, "once")) {
      says("had");
    }
    says(word());
    if (staticTries()) {
      told.add("static");
    }
    return told;
  }

  public List<String> tests() {
    if (first == 0) {
      told.add("first is 0");
    }
    if (first == 0) {
      told.add("first is still 0");
    }
    int now = second;
    if (now == 0) {
      told.add("second is 0");
    }
    return told;
  }

  public List<String> moves() {
    first = says(1);
    second = says(2);
    says("end");
    return told;
  }

  private int says(int number) {
    told.add("first " + first + ", second " + second);
    return number;
  }

  private void ambiguous() {}

  private void ambiguous(int number) {}
}
