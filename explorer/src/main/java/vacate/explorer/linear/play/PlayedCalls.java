// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear.play;

/**
 * A scenario on a new object: calls before, calls of threads in parallel, and calls after. Each
 * call is known by its number; a subclass is generated for each class whose operations are called.
 *
 * <p>When a call returns its thread says so by a release write, and before the next call it asks
 * the others by acquire reads. So of each execution it is known which calls had returned, as far as
 * the caller can know, when one was made; who has not heard of it is not ordered by that.
 */
public abstract class PlayedCalls {
  private int[][] calls;
  private Object[][] results;
  private int[][][] seen;
  private Returned[] returned;

  /**
   * @param scenario the parts with {@code |} between them, the calls of each with {@code ,}
   */
  protected PlayedCalls(String scenario) {
    String[] parts = scenario.split("\\|", -1);
    calls = new int[parts.length][];
    results = new Object[parts.length][];
    seen = new int[parts.length][][];
    returned = new Returned[parts.length];
    for (int part = 0; part < parts.length; part++) {
      String[] numbers = parts[part].isEmpty() ? new String[0] : parts[part].split(",");
      calls[part] = new int[numbers.length];
      results[part] = new Object[numbers.length];
      seen[part] = new int[numbers.length][parts.length - 2];
      if (part > 0 && part < parts.length - 1) {
        returned[part] = new Returned();
      }
      for (int i = 0; i < numbers.length; i++) {
        calls[part][i] = Integer.parseInt(numbers[i]);
      }
    }
  }

  /** Makes one call; gives what it returns, or {@link #nothing}. */
  protected abstract Object call(int number) throws Throwable;

  /** Asks the object whether it is as it should be; it throws if not. */
  protected abstract void validate() throws Throwable;

  /** What a call gives that returns nothing. */
  protected static Object nothing() {
    return Words.VOID;
  }

  /** The calls before: the object is there. */
  protected final void begin() {
    for (int i = 0; i < calls[0].length; i++) {
      results[0][i] = result(calls[0][i]);
    }
  }

  /** The calls of a thread, of which 1 is the first. */
  protected final void perform(int thread) {
    int[] own = calls[thread];
    int[][] known = seen[thread];
    Object[] results = this.results[thread];
    Returned[] all = returned;
    for (int i = 0; i < own.length; i++) {
      for (int other = 1; other < all.length - 1; other++) {
        if (other != thread) {
          known[i][other - 1] = all[other].ask();
        }
      }
      results[i] = result(own[i]);
      if (all.length > 3) {
        all[thread].tell(i + 1);
      }
    }
  }

  /** The calls after, and then all that there is to know, for {@code CallHistory}. */
  protected final String end() {
    int last = calls.length - 1;
    for (int i = 0; i < calls[last].length; i++) {
      results[last][i] = result(calls[last][i]);
    }
    String told = ""; // one concatenation is one call of the JDK, which each is looked at
    for (int part = 0; part <= last; part++) {
      for (int i = 0; i < calls[part].length; i++) {
        String text = Words.of(results[part][i]);
        told = told + known(part, i) + ":" + text.length() + ":" + text;
      }
      told = part == last ? told : told + "|";
    }
    try {
      validate();
    } catch (VirtualMachineError | LinkageError e) {
      throw e;
    } catch (Throwable thrown) {
      told = told + "!" + thrown;
    }
    return told;
  }

  /** Of each thread, how many of its calls had returned when that one was made. */
  private String known(int part, int i) {
    if (part == 0 || part == calls.length - 1) {
      return "";
    }
    int[] known = seen[part][i];
    String text = known.length == 0 ? "" : "" + known[0];
    for (int other = 1; other < known.length; other++) {
      text = text + "," + known[other];
    }
    return text;
  }

  /** What a call comes to: an exception is a result, too. */
  private Object result(int number) {
    Object value;
    try {
      value = call(number);
    } catch (VirtualMachineError | LinkageError e) {
      throw e;
    } catch (Throwable thrown) {
      return new Thrown(thrown.getClass().getName());
    }
    return Words.isConstant(value) ? value : new Said(Words.of(value));
  }

  private record Thrown(String type) {
    @Override
    public String toString() {
      return "throws " + type;
    }
  }

  /** What an object said of itself when it was returned. */
  private record Said(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
