// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Instructions that follow each other, with which others may change places: what they touch.
 *
 * @param readVariables and the others: numbers of local variables
 * @param readFields with their classes, as {@code vacate/mm/Page.inuse}; elements of arrays by kind
 * @param calls what is called, in this order, as {@code lock}
 */
record Statement(
    Set<Integer> readVariables,
    Set<Integer> writtenVariables,
    Set<String> readFields,
    Set<String> writtenFields,
    Set<String> calls) {

  static Statement of(List<AbstractInsnNode> code) {
    Statement statement =
        new Statement(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    code.forEach(statement::add);
    return statement;
  }

  private void add(AbstractInsnNode node) {
    int opcode = node.getOpcode();
    if (node instanceof VarInsnNode variable) {
      (opcode >= Opcodes.ISTORE ? writtenVariables : readVariables).add(variable.var);
    } else if (node instanceof IincInsnNode increment) {
      readVariables.add(increment.var);
      writtenVariables.add(increment.var);
    } else if (node instanceof FieldInsnNode field) {
      boolean reads = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
      (reads ? readFields : writtenFields).add(field.owner + "." + field.name);
    } else if (node instanceof MethodInsnNode call) {
      calls.add(call.name);
    } else if (node instanceof InvokeDynamicInsnNode call) {
      calls.add(call.name);
    } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      readFields.add("[" + (opcode - Opcodes.IALOAD));
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      writtenFields.add("[" + (opcode - Opcodes.IASTORE));
    }
  }

  /** Whether it is more than arithmetic in local variables. */
  boolean touchesMemory() {
    return !(readFields.isEmpty() && writtenFields.isEmpty() && calls.isEmpty());
  }

  /** Why the other, which comes next, cannot come first; empty if nothing speaks against it. */
  Optional<String> needs(Statement next) {
    if (meet(writtenVariables, next.readVariables)) {
      return Optional.of("the second uses a variable that the first sets");
    }
    if (meet(readVariables, next.writtenVariables)
        || meet(writtenVariables, next.writtenVariables)) {
      return Optional.of("the second sets a variable that the first uses");
    }
    if (meet(writtenFields, next.readFields)
        || meet(readFields, next.writtenFields)
        || meet(writtenFields, next.writtenFields)) {
      return Optional.of("both access one field, and one of them writes it");
    }
    return Optional.empty();
  }

  private static <T> boolean meet(Set<T> some, Set<T> others) {
    return some.stream().anyMatch(others::contains);
  }

  /** By what it is known: what it calls, or else what it writes, or else what it reads. */
  String name() {
    Set<String> known =
        !calls.isEmpty() ? calls : !writtenFields.isEmpty() ? writtenFields : readFields;
    return String.join(
        ", ",
        known.stream()
            .map(name -> name.startsWith("[") ? "element" : name.replaceFirst(".*[.]", ""))
            .distinct()
            .toList());
  }
}
