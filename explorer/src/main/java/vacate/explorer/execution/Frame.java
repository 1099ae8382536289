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

  /** The file and the line, as far as the class file says; what a compiler adds has no line. */
  public String place() {
    String in = file == null ? type.substring(type.lastIndexOf('.') + 1) : file;
    return line < 0 ? in : in + ":" + line;
  }

  /** As in a stack trace. */
  @Override
  public String toString() {
    return type + "." + method + (file == null ? "" : "(" + place() + ")");
  }
}
