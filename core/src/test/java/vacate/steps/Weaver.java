// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes a class of the port announce what it does, before it does it. */
final class Weaver {
  static final String HOOKS = "vacate/steps/woven/Hooks";

  /**
   * Methods that are a step as a whole, or that say what the accesses in them are for. Those of
   * {@code ListHead} are told by their word; their links are steps only where lists are the
   * subject. What {@code KmemCache.poison} does is no step: it stands for somebody else's writes.
   */
  static final Set<String> BOUNDARIES =
      Set.of(
          "Cpu.localIrqSave",
          "Cpu.localIrqRestore",
          "Cpu.localIrqEnable",
          "Cpu.localIrqDisable",
          "Cpu.irqsDisabled",
          "Cpu.preemptDisable",
          "Cpu.preemptEnable",
          "Cpu.cpuRelax",
          "Cpu.complain",
          "Kmalloc.kmalloc",
          "Kmalloc.kfree",
          "KmemCache.poison",
          "ListHead.head",
          "ListHead.add",
          "ListHead.addTail",
          "ListHead.addOverwriting",
          "ListHead.del",
          "ListHead.moveTo",
          "ListHead.moveToTail",
          "ListHead.spliceBehind",
          "ListHead.isEmpty",
          "ListHead.last",
          "BitWord.testBit",
          "BitWord.setBitNonAtomic",
          "BitWord.clearBitNonAtomic",
          "BitWord.clearMaskNonAtomic",
          "RwSemaphore.downReadTrylock",
          "RwSemaphore.upRead",
          "RwSemaphore.downWrite",
          "RwSemaphore.upWrite",
          "SpinLock.lock",
          "SpinLock.unlock",
          "BitSpinLock.lock",
          "BitSpinLock.trylock",
          "BitSpinLock.unlock");

  private Weaver() {}

  static byte[] weave(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          private String simpleName;

          @Override
          public void visit(
              int version,
              int access,
              String name,
              String sig,
              String parent,
              String[] interfaces) {
            simpleName = name.substring(name.lastIndexOf('/') + 1);
            super.visit(version, access, name, sig, parent, interfaces);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String sig, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, sig, exceptions);
            if (name.startsWith("<")) {
              return next; // Nobody else has seen the object yet.
            }
            String key = simpleName + "." + name;
            return new MethodWeaver(
                next, access, name, descriptor, BOUNDARIES.contains(key) ? key : null);
          }
        },
        ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }
}
