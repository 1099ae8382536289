// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.List;

/**
 * Where a path differs first from its table.
 *
 * @param index number of the step
 * @param expected the kernel's step; null if it makes none there
 * @param made the port's step; null if it makes none there
 */
record Difference(int index, Step expected, Step made) {
  private static final Step NONE = new Step("(no step)", "", "", "");

  /** The first difference, or null. */
  static Difference first(List<Step> kernel, List<Step> port) {
    for (int i = 0; i < Math.max(kernel.size(), port.size()); i++) {
      Step expected = i < kernel.size() ? kernel.get(i) : null;
      Step made = i < port.size() ? port.get(i) : null;
      if (expected == null || made == null || !expected.isLike(made)) {
        return new Difference(i, expected, made);
      }
    }
    return null;
  }

  /** Both lists side by side, the first difference marked. */
  String told(String path, List<Step> kernel, List<Step> port) {
    StringBuilder text = new StringBuilder(path + ": step " + (index + 1) + " differs");
    if (expected != null) {
      text.append(", see ").append(expected.place());
    }
    text.append("\n   %-64s   %s%n".formatted("kernel", "port"));
    for (int i = 0; i < Math.max(kernel.size(), port.size()); i++) {
      Step expected = i < kernel.size() ? kernel.get(i) : NONE;
      Step made = i < port.size() ? port.get(i) : NONE;
      text.append(i == index ? ">> " : expected.isLike(made) ? "   " : " ~ ");
      text.append("%-64s   %s%n".formatted(expected.line(), made.line()));
    }
    return text.toString();
  }
}
