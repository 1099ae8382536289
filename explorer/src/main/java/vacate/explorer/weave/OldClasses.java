// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
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
  private static final String OBJECT = "java/lang/Object";

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
    ClassWriter writer = new Frames(classes);
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

  /** Computes frames without loading a class. */
  private static final class Frames extends ClassWriter {
    private final ClassLoader classes;

    Frames(ClassLoader classes) {
      super(COMPUTE_FRAMES);
      this.classes = classes;
    }

    @Override
    protected String getCommonSuperClass(String a, String b) {
      List<String> supers = superclasses(a);
      return superclasses(b).stream().filter(supers::contains).findFirst().orElse(OBJECT);
    }

    /** From the class itself up to Object; an interface counts as Object, as in verification. */
    private List<String> superclasses(String name) {
      List<String> supers = new ArrayList<>();
      for (String c = name; c != null && !c.equals(OBJECT); c = superclass(c)) {
        supers.add(c);
      }
      supers.add(OBJECT);
      return supers;
    }

    /** Of a class that is missing nothing is known; if that matters, it will not be verified. */
    private String superclass(String name) {
      try (InputStream in = classes.getResourceAsStream(name + ".class")) {
        if (in == null) {
          return OBJECT;
        }
        ClassReader reader = new ClassReader(in);
        boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
        return isInterface ? OBJECT : reader.getSuperName();
      } catch (IOException e) {
        return OBJECT;
      }
    }
  }
}
