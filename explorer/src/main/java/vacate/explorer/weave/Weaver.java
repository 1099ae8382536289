// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import vacate.explorer.search.Refused;

/**
 * Turns a class into one whose every access to shared memory is announced to {@link Hooks}.
 *
 * <p>The original instruction stays: a load's hook puts the value that the execution prescribes
 * into the heap first, a store's hook takes it from there. So types, null checks, array bounds and
 * store checks remain the JVM's own business, and what the hooks insert is free of branches.
 */
final class Weaver {
  private static final Remapper REPLACEMENTS =
      new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String name) {
          return Woven.replaced(name);
        }
      };

  private final WovenProgram program;

  Weaver(WovenProgram program) {
    this.program = program;
  }

  byte[] weave(byte[] original) {
    ClassNode node = new ClassNode();
    new ClassReader(original)
        .accept(new ClassRemapper(node, REPLACEMENTS), ClassReader.EXPAND_FRAMES);
    if (!program.isWoven(node.superName) && !CallPolicy.mayExtend(node.superName)) {
      throw new Refused(
          node.name.replace('/', '.') + " extends " + node.superName.replace('/', '.'));
    }
    for (FieldNode field : node.fields) {
      program.fields().declare(node.name, field);
    }
    MethodReferences.expand(program, node);
    for (MethodNode method : node.methods) {
      if (method.instructions.size() > 0) {
        new MethodWeaver(program, node, method).weave();
      }
    }
    for (FieldNode field : node.fields) {
      if ((field.access & Opcodes.ACC_STATIC) == 0) {
        field.access &= ~Opcodes.ACC_FINAL; // a hook refreshes it; FieldRefs remembers
      }
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }
}
