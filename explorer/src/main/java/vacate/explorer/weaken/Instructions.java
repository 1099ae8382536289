// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The instructions of a method by their numbers, without labels, lines and frames between them; a
 * jump leads to a number.
 */
final class Instructions {
  /** Where an instruction leads that does not jump. */
  static final int NOWHERE = -1;

  /** The depth of a place that no instruction before it comes to. */
  private static final int UNREACHED = -1;

  private final List<AbstractInsnNode> code = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();
  private final Map<Label, Integer> places = new HashMap<>();

  /**
   * @param owner internal name of the class
   * @param method read with expanded frames, without handlers and switches
   */
  Instructions(String owner, MethodNode method) {
    AnalyzerAdapter stack =
        new AnalyzerAdapter(owner, method.access, method.name, method.desc, null);
    int line = 0;
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof LineNumberNode number) {
        line = number.line;
      } else if (node instanceof LabelNode label) {
        places.put(label.getLabel(), code.size());
      } else if (node.getOpcode() >= 0) {
        code.add(node);
        lines.add(line);
        depths.add(stack.stack == null ? UNREACHED : stack.stack.size());
      }
      node.accept(stack);
    }
  }

  int length() {
    return code.size();
  }

  AbstractInsnNode at(int i) {
    return code.get(i);
  }

  /** Those from one up to another, which is not among them. */
  List<AbstractInsnNode> part(int from, int to) {
    return code.subList(from, to);
  }

  /** The line that an instruction was compiled from. */
  int line(int i) {
    return lines.get(i);
  }

  /** Whether nothing lies on the operand stack before an instruction that is reached. */
  boolean isEmptyAt(int i) {
    return depths.get(i) == 0;
  }

  /** Where an instruction jumps, or {@link #NOWHERE}. */
  int target(int i) {
    return at(i) instanceof JumpInsnNode jump ? places.get(jump.label.getLabel()) : NOWHERE;
  }

  /**
   * The same with two neighbouring parts in each other's place. Who came to the first comes to what
   * now is first; a jump within one of them, or to its end, stays that.
   */
  InsnList swapped(int from, int middle, int end) {
    Map<Integer, LabelNode> outside = new HashMap<>();
    Map<Integer, LabelNode> ofFirst = new HashMap<>();
    Map<Integer, LabelNode> ofSecond = new HashMap<>();
    InsnList list = new InsnList();
    emit(list, 0, from, outside);
    list.add(label(outside, from));
    emit(list, middle, end, ofSecond);
    list.add(label(ofSecond, end));
    emit(list, from, middle, ofFirst);
    list.add(label(ofFirst, middle));
    emit(list, end, length(), outside);
    return list;
  }

  private void emit(InsnList list, int from, int to, Map<Integer, LabelNode> labels) {
    for (int i = from; i < to; i++) {
      LabelNode here = label(labels, i);
      list.add(here);
      if (i == from || line(i) != line(i - 1)) {
        list.add(new LineNumberNode(line(i), here));
      }
      Map<LabelNode, LabelNode> targets =
          at(i) instanceof JumpInsnNode jump
              ? Map.of(jump.label, label(labels, target(i)))
              : Map.of();
      list.add(at(i).clone(targets));
    }
  }

  private static LabelNode label(Map<Integer, LabelNode> labels, int place) {
    return labels.computeIfAbsent(place, p -> new LabelNode());
  }
}
