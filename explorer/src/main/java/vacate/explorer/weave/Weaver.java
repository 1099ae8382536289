// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
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
 * Turns a class into one whose every access to shared memory is announced to a {@link Hook}.
 *
 * <p>The original instruction stays: a load's hook puts the value that the execution prescribes
 * into the heap first, a store's hook takes it from there. So types, null checks, array bounds and
 * store checks remain the JVM's own business, and what the hooks insert is free of branches.
 */
final class Weaver {
  private final WovenProgram program;
  private final ClassLoader classes;

  /**
   * @param classes finds the classes that the woven ones use
   */
  Weaver(WovenProgram program, ClassLoader classes) {
    this.program = program;
    this.classes = classes;
  }

  byte[] weave(byte[] original) {
    ClassNode node = new ClassNode();
    ClassReader reader = OldClasses.raised(new ClassReader(original), classes);
    reader.accept(
        new ClassRemapper(node, new Replacements(reader.getClassName(), program)),
        ClassReader.EXPAND_FRAMES);
    return woven(node);
  }

  /** Weaves a class whose code names what stands for classes of the JDK already. */
  byte[] woven(ClassNode node) {
    Factories.redirect(node, program.jdk());
    Grafts.graft(node);
    for (FieldNode field : node.fields) {
      program.fields().declare(node.name, field);
    }
    MethodReferences.expand(program, node);
    RecordMethods.expand(node);
    ObjectMethods.declare(node);
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

  /** Puts the classes that stand for ones of the JDK into the code of one class. */
  private static final class Replacements extends Remapper {
    private final String in;
    private final WovenProgram program;
    private final boolean ours;

    Replacements(String in, WovenProgram program) {
      super(Opcodes.ASM9);
      this.in = in;
      this.program = program;
      ours = StandIns.isStandIn(in);
    }

    @Override
    public String map(String name) {
      if (!ours && (Engine.isCalled(name) || StandIns.isStandIn(name))) {
        throw new Refused(
            in.replace('/', '.')
                + " uses "
                + name.replace('/', '.')
                + ", which has the name of a class of the explorer");
      }
      return program.standIn(name);
    }
  }
}
