// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.jcstress;

/**
 * The outcome of an execution in which an actor throws: jcstress fails such a test.
 *
 * @param actor who threw
 * @param exception what, with its message
 */
public record Failure(String actor, String exception) {
  @Override
  public String toString() {
    return actor + " threw " + exception;
  }
}
