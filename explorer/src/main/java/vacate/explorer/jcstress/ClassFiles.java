// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * Class files without their code. Annotations are found by name, so tests compiled against any
 * version of jcstress will do, and none needs to be there.
 */
final class ClassFiles {
  private static final String ANNOTATIONS = "Lorg/openjdk/jcstress/annotations/";
  private static final String OBJECT = "java/lang/Object";

  private final ClassLoader loader;
  private final Map<String, ClassNode> parsed = new HashMap<>();

  ClassFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * A class by internal name.
   *
   * @throws IllegalArgumentException if it cannot be found or read
   */
  ClassNode parse(String internalName) {
    ClassNode known = parsed.get(internalName);
    if (known != null) {
      return known;
    }
    ClassNode node = new ClassNode();
    read(internalName, node);
    parsed.put(internalName, node);
    return node;
  }

  /**
   * Whether a class itself has an annotation of jcstress. Cheaper than {@link #parse}, and nothing
   * is kept: of the classes of a jar few are tests.
   *
   * @throws IllegalArgumentException if the class cannot be found or read
   */
  boolean has(String internalName, String annotation) {
    boolean[] found = {false};
    read(
        internalName,
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            found[0] |= descriptor.equals(ANNOTATIONS + annotation + ";");
            return null;
          }
        });
    return found[0];
  }

  private void read(String internalName, ClassVisitor visitor) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        throw new IllegalArgumentException("no class " + internalName.replace('/', '.'));
      }
      accept(internalName, in.readAllBytes(), visitor);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + internalName, e);
    }
  }

  /** The reader's library trips over a damaged file in many ways. */
  private static void accept(String internalName, byte[] file, ClassVisitor visitor) {
    try {
      new ClassReader(file)
          .accept(
              visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          internalName + ".class is damaged, or made for a later Java than this reads", e);
    }
  }

  /** An annotation of jcstress on the class itself, or null. */
  static AnnotationNode own(ClassNode node, String name) {
    return among(node.visibleAnnotations, node.invisibleAnnotations, name);
  }

  /** The annotation on the class, or else on the nearest superclass that has it, or null. */
  AnnotationNode inherited(ClassNode node, String name) {
    AnnotationNode own = own(node, name);
    boolean ends = own != null || node.superName == null || node.superName.equals(OBJECT);
    return ends ? own : inherited(parse(node.superName), name);
  }

  /** An annotation of jcstress among those of a class or method, or null. */
  static AnnotationNode among(
      List<AnnotationNode> visible, List<AnnotationNode> invisible, String name) {
    for (List<AnnotationNode> list : Arrays.asList(visible, invisible)) {
      if (list != null) {
        for (AnnotationNode a : list) {
          if (a.desc.equals(ANNOTATIONS + name + ";")) {
            return a;
          }
        }
      }
    }
    return null;
  }

  /** What an annotation says about one of its elements; null if it says nothing. */
  static Object value(AnnotationNode annotation, String name) {
    for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
      if (annotation.values.get(i).equals(name)) {
        return annotation.values.get(i + 1);
      }
    }
    return null;
  }

  /** The flags of the declaration; those of the file itself lack what nested classes are. */
  static int modifiers(ClassNode node) {
    for (InnerClassNode inner : node.innerClasses) {
      if (inner.name.equals(node.name)) {
        return inner.access;
      }
    }
    return node.access;
  }

  /** Whether the class, or one that it extends, is a state. */
  boolean isState(ClassNode node) {
    return inherited(node, "State") != null;
  }

  /** Whether a class is one of jcstress' result classes, or is annotated as one. */
  boolean isResult(String className) {
    return className.matches("org\\.openjdk\\.jcstress\\.infra\\.results\\.\\w+_Result")
        || own(parse(className.replace('.', '/')), "Result") != null;
  }
}
