// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

/**
 * A file is none to go on with or to add up; the message says why, in words that follow its name.
 */
public final class ResultRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  ResultRefusal(String message) {
    super(message);
  }
}
