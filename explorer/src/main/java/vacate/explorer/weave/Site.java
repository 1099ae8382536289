// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.util.regex.Pattern;

/** A place in the source of woven code. */
public record Site(String type, String method, String file, int line) {
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final Pattern ENGINE =
      Pattern.compile("vacate\\.explorer\\.(weave\\..*|[a-z]+\\.[A-Z].*|[A-Z].*)");

  /** The innermost woven method that runs; null if none does. */
  public static Site here() {
    return WALKER.walk(
        frames ->
            frames
                .filter(f -> !ENGINE.matcher(f.getClassName()).matches())
                .filter(f -> Woven.isWoven(f.getClassName().replace('.', '/')))
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
