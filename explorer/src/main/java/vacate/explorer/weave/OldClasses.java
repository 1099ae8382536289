// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Class files from before Java 7, which know no invokedynamic, need no stack map frames and may
 * have subroutines (JVMS 4.10.1, 4.9.1): made into ones of Java 7 that do the same.
 */
final class OldClasses {
  private OldClasses() {}

  /**
   * The class itself if it is not old.
   *
   * @param classes finds the classes that it uses
   */
  static ClassReader raised(ClassReader old, ClassLoader classes) {
    int version = old.readUnsignedShort(6);
    if (version >= Opcodes.V1_7) {
      return old;
    }
    ClassWriter writer = NewFrames.computingFrames(classes);
    old.accept(new Raising(writer), ClassReader.SKIP_FRAMES);
    return new ClassReader(writer.toByteArray());
  }

  private static final class Raising extends ClassVisitor {
    Raising(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      super.visit(Opcodes.V1_7, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      // Until Java 7 an initialiser was static whether or not it said so, JVMS 2.9.2.
      int flags = name.equals("<clinit>") ? access | Opcodes.ACC_STATIC : access;
      return new JSRInlinerAdapter(
          super.visitMethod(flags, name, descriptor, signature, exceptions),
          flags,
          name,
          descriptor,
          signature,
          exceptions);
    }
  }
}
