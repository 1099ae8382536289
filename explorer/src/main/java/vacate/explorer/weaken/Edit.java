// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * One thing done otherwise in one method, made in its class file.
 *
 * <pre>
 *   a.Type.method: omit call                calls of that name are not made; they come to 0
 *   a.Type.method: grant call               they are not made, and come to true
 *   a.Type.method: without member#2+1       the test one line behind the second line that names the
 *                                           member, and what it guards; #1 and +0 may be left out
 *   a.Type.method: move member behind other
 *   a.Type.method: inherit                  the method of the superclass instead
 * </pre>
 */
public final class Edit {
  private static final Pattern TEXT =
      Pattern.compile(
          "([\\w.]+)[.](\\w+): (?:(omit|grant) (\\w+)|without (\\w+)(?:#(\\d+))?(?:[+](\\d+))?"
              + "|move (\\w+) behind (\\w+)|(inherit))");

  private final String text;
  private final Matcher parts;

  private Edit(String text, Matcher parts) {
    this.text = text;
    this.parts = parts;
  }

  /**
   * Reads an edit.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Edit of(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no edit: " + text);
    }
    return new Edit(text, parts);
  }

  /** Binary name of the class. */
  public String type() {
    return parts.group(1);
  }

  /**
   * The class file as it then is.
   *
   * @throws IllegalArgumentException if the method, or what the edit names in it, is not there
   */
  public byte[] apply(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
    try {
      apply(node, method(node));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(text + ": " + e.getMessage(), e);
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private void apply(ClassNode node, MethodNode method) {
    if (parts.group(10) != null) {
      node.methods.remove(method);
    } else {
      apply(new Statements(method));
    }
  }

  private void apply(Statements statements) {
    if (parts.group(3) != null) {
      statements.answer(parts.group(4), parts.group(3).equals("grant") ? 1 : 0);
    } else if (parts.group(5) != null) {
      statements.dropTest(parts.group(5), number(6, 1), number(7, 0));
    } else {
      statements.moveBehind(parts.group(8), parts.group(9));
    }
  }

  private int number(int group, int otherwise) {
    return parts.group(group) == null ? otherwise : Integer.parseInt(parts.group(group));
  }

  private MethodNode method(ClassNode node) {
    List<MethodNode> named =
        node.methods.stream().filter(m -> m.name.equals(parts.group(2))).toList();
    if (named.size() != 1) {
      throw new IllegalArgumentException(named.size() + " methods");
    }
    return named.get(0);
  }

  @Override
  public String toString() {
    return text;
  }
}
