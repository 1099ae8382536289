// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weaken;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.NEW;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * A program in which one class stands in for another: wherever it makes an object of {@code from}
 * it makes one of {@code to}. For a check that is left out, which no access mode is: {@code to} is
 * a subclass without it.
 */
public final class Substitution extends Change {
  private final String from;
  private final String to;

  /**
   * @param classes finds the program's classes
   * @param from binary name of a class
   * @param to binary name of a subclass of it, with a constructor for each that is called
   */
  public Substitution(ClassLoader classes, String from, String to) {
    super(to, classes);
    this.from = from.replace('.', '/');
    this.to = to.replace('.', '/');
  }

  @Override
  byte[] changed(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    boolean subclass = reader.getSuperName() != null && reader.getSuperName().equals(from);
    reader.accept(subclass ? writer : new Makers(writer), 0); // a subclass calls the constructor
    return writer.toByteArray();
  }

  private final class Makers extends ClassVisitor {
    Makers(ClassVisitor next) {
      super(ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(
          ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
        @Override
        public void visitTypeInsn(int opcode, String type) {
          super.visitTypeInsn(opcode, opcode == NEW && type.equals(from) ? to : type);
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String methodDescriptor, boolean isInterface) {
          boolean made = opcode == INVOKESPECIAL && owner.equals(from) && method.equals("<init>");
          super.visitMethodInsn(opcode, made ? to : owner, method, methodDescriptor, isInterface);
        }
      };
    }
  }

  /** What it stands for. */
  @Override
  public String toString() {
    return from.replace('/', '.') + " -> " + to.replace('/', '.');
  }
}
