// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Writes class files whose code has been changed so much that their frames are computed anew. */
public final class NewFrames {
  private static final String OBJECT = "java/lang/Object";

  private NewFrames() {}

  /**
   * Computes frames without loading a class.
   *
   * @param classes finds those that the written one uses
   */
  public static ClassWriter computingFrames(ClassLoader classes) {
    return new Frames(classes);
  }

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
