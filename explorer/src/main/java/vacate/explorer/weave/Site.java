// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

/** A place in the source of woven code. */
public record Site(String type, String method, String file, int line) {
  private static final StackWalker WALKER = StackWalker.getInstance();

  /** The innermost woven method that runs; null if none does. */
  public static Site here() {
    return WALKER.walk(
        frames ->
            frames
                .filter(f -> Woven.isUsers(f.getClassName().replace('.', '/')))
                .findFirst()
                .map(
                    f ->
                        new Site(
                            f.getClassName(),
                            f.getMethodName(),
                            f.toStackTraceElement().getFileName(),
                            f.getLineNumber()))
                .orElse(null));
  }

  @Override
  public String toString() {
    return type + "." + method + "(" + file + ":" + line + ")";
  }
}
