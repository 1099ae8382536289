// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.List;

/**
 * What is put in another order in {@link SwapsTest}: methods of a few steps, that tell what they
 * do.
 */
@SuppressWarnings({"unused", "PMD"})
public class SwapSubject {
  public final List<String> told = new ArrayList<>();
  private int first;
  private int second = 5;

  private void one() {
    told.add("one");
  }

  private void two() {
    told.add("two");
  }

  private int three() {
    told.add("three");
    return 3;
  }

  private boolean isFive() {
    told.add("five?");
    return second == 5;
  }

  public int calls() {
    one();
    two();
    return 0;
  }

  public int fields() {
    first = 1;
    second = 2;
    return 0;
  }

  public int oneField() {
    first = 1;
    first = 2;
    return 0;
  }

  public int usesWhatIsSet() {
    int x = three();
    first = x;
    return 0;
  }

  public int setsWhatIsUsed() {
    int x = 4;
    first = x;
    x = three();
    return x;
  }

  public int returned() {
    one();
    return three();
  }

  public int tested() {
    one();
    if (isFive()) {
      two();
    }
    return 0;
  }

  public int branches() {
    if (isFive()) {
      two();
    } else {
      one();
    }
    three();
    return 0;
  }

  public int loops() {
    for (int i = 0; i < 2; i++) {
      one();
    }
    two();
    return 0;
  }

  public int intoTheMidst() {
    out:
    {
      if (isFive()) {
        break out;
      }
      one();
    }
    two();
    return 0;
  }

  public int leaves() {
    if (isFive()) {
      return 1;
    }
    two();
    return 0;
  }

  public int handled() {
    try {
      one();
      two();
    } catch (IllegalStateException e) {
      three();
    }
    return 0;
  }

  public int arithmetic() {
    int x = 1;
    int y = 2;
    one();
    return x + y;
  }
}
