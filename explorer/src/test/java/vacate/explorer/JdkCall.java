// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

/**
 * Something to be called here and on the JDK.
 *
 * @param method the method, as a table names it
 * @param setup statements before it; they may declare variables
 * @param code an expression, or a statement with its semicolon
 * @param state an expression for what is left behind
 * @param mayFail whether it may fail for no reason, so that there are two outcomes
 */
record JdkCall(String method, String setup, String code, String state, boolean mayFail) {
  JdkCall(String method, String setup, String code, String state) {
    this(method, setup, code, state, method.contains("weak"));
  }

  /** A method that makes the call and returns all that there is to see of it. */
  String source(String name) {
    String said =
        code.endsWith(";") ? "{ " + code + " said = \"\"; }" : "said = say(" + code + ");";
    return """
        static String %s() {
          String said;
          try {
            %s
            try { %s } catch (Throwable t) { said = say(t); }
            return said + " then " + say(%s);
          } catch (Throwable t) {
            return "not begun: " + say(t);
          }
        }
        """
        .formatted(name, setup, said, state);
  }

  @Override
  public String toString() {
    return method + ": " + setup + " " + code;
  }
}
