// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** The steps of one recorded stretch, as the code does them again. */
final class Stretch {
  private final Notation notation;
  private Node node;
  private int next;

  Stretch(Notation notation, Node node) {
    this.notation = notation;
    this.node = node;
  }

  /** The code goes on in another one. */
  void enter(Node then) {
    node = then;
    next = 0;
  }

  Node node() {
    return node;
  }

  /** Whether the code may do this write or fence next. */
  boolean goesOnWith(int access, int location, long value) {
    return next < node.count
        ? notation.same(node.ops[next++], access, location, value)
        : node.takenBack;
  }

  /** Whether this read is what the stretch ends with. */
  boolean endsWith(int location, int access, long asides) {
    return next == node.count
        && node.asides == asides
        && node.end == Node.End.READ
        && notation.same(node.read, access, location, 0);
  }

  /** Whether it ends here, and so. */
  boolean ends(Node.End how, long asides) {
    return node.end == how && (node.takenBack || next == node.count && node.asides == asides);
  }

  void skipInsertedFence() {
    if (next < node.count && Notation.isInserted(node.ops[next])) {
      next++;
    }
  }
}
