// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.execution;

/**
 * A method that runs, and where it is.
 *
 * @param type binary name of the class
 */
public record Frame(String type, String method, String file, int line) {
  public Frame(StackTraceElement e) {
    this(e.getClassName(), e.getMethodName(), e.getFileName(), e.getLineNumber());
  }

  /** As in a stack trace. */
  @Override
  public String toString() {
    return type + "." + method + "(" + file + ":" + line + ")";
  }
}
