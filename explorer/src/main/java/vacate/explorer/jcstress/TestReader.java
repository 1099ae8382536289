// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.jcstress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads tests from class files. Annotations are found by name, so tests compiled against any
 * version of jcstress will do, and none needs to be there.
 */
public final class TestReader {
  private static final String ANNOTATIONS = "Lorg/openjdk/jcstress/annotations/";

  private final ClassLoader loader;

  public TestReader(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The test in a class; empty if the class is none.
   *
   * @throws IllegalArgumentException if the class cannot be found or read, or is a test without
   *     actors
   */
  public Optional<StressTest> read(String className) {
    ClassNode node = parse(className.replace('.', '/'));
    AnnotationNode test =
        annotation(node.visibleAnnotations, node.invisibleAnnotations, "JCStressTest");
    if (test == null) {
      return Optional.empty();
    }
    List<TestMethod> actors = methods(node, "Actor");
    List<TestMethod> arbiters = methods(node, "Arbiter");
    List<TestMethod> signals = methods(node, "Signal");
    if (actors.isEmpty()) {
      throw new IllegalArgumentException(className + " is a test without an actor");
    }
    return Optional.of(
        new StressTest(
            className,
            actors,
            arbiters.isEmpty() ? null : arbiters.get(0),
            signals.isEmpty() ? null : signals.get(0),
            isTermination(test),
            stateClass(node, actors, signals),
            clauses(node)));
  }

  private static boolean isTermination(AnnotationNode test) {
    return value(test, "value") instanceof String[] mode && mode[1].equals("Termination");
  }

  private String stateClass(ClassNode node, List<TestMethod> actors, List<TestMethod> signals) {
    if (isState(node)) {
      return node.name.replace('/', '.');
    }
    for (TestMethod m : Stream.concat(actors.stream(), signals.stream()).toList()) {
      for (Type type : Type.getArgumentTypes(m.descriptor())) {
        if (!isResult(type.getClassName()) && isState(parse(type.getInternalName()))) {
          return type.getClassName();
        }
      }
    }
    return node.name.replace('/', '.');
  }

  private static boolean isState(ClassNode node) {
    return annotation(node.visibleAnnotations, node.invisibleAnnotations, "State") != null;
  }

  /** Whether a class is one of jcstress' result classes, or is annotated as one. */
  boolean isResult(String className) {
    if (className.matches("org\\.openjdk\\.jcstress\\.infra\\.results\\.\\w+_Result")) {
      return true;
    }
    ClassNode node = parse(className.replace('.', '/'));
    return annotation(node.visibleAnnotations, node.invisibleAnnotations, "Result") != null;
  }

  /** Those of the source alone, as in jcstress: javac copies annotations to its bridges. */
  private static List<TestMethod> methods(ClassNode node, String annotation) {
    List<TestMethod> methods = new ArrayList<>();
    for (MethodNode m : node.methods) {
      if ((m.access & Opcodes.ACC_SYNTHETIC) == 0
          && annotation(m.visibleAnnotations, m.invisibleAnnotations, annotation) != null) {
        methods.add(new TestMethod(m.name, m.desc));
      }
    }
    return methods;
  }

  private List<Clause> clauses(ClassNode node) {
    List<Clause> clauses = new ArrayList<>();
    AnnotationNode one = annotation(node.visibleAnnotations, node.invisibleAnnotations, "Outcome");
    if (one != null) {
      clauses.add(clause(one));
    }
    AnnotationNode many =
        annotation(node.visibleAnnotations, node.invisibleAnnotations, "Outcome$Outcomes");
    if (many != null && value(many, "value") instanceof List<?> list) {
      list.forEach(a -> clauses.add(clause((AnnotationNode) a)));
    }
    AnnotationNode meta =
        annotation(node.visibleAnnotations, node.invisibleAnnotations, "JCStressMeta");
    if (meta != null && value(meta, "value") instanceof Type type) {
      clauses.addAll(clauses(parse(type.getInternalName())));
    }
    return clauses;
  }

  private static Clause clause(AnnotationNode outcome) {
    List<String> ids = new ArrayList<>();
    if (value(outcome, "id") instanceof List<?> list) {
      list.forEach(id -> ids.add((String) id));
    }
    Expectation expect =
        value(outcome, "expect") instanceof String[] e
            ? Expectation.valueOf(e[1])
            : Expectation.UNKNOWN;
    return new Clause(ids, expect, value(outcome, "desc") instanceof String s ? s : "");
  }

  private static AnnotationNode annotation(
      List<AnnotationNode> visible, List<AnnotationNode> invisible, String name) {
    for (List<AnnotationNode> list : java.util.Arrays.asList(visible, invisible)) {
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

  private static Object value(AnnotationNode annotation, String name) {
    for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
      if (annotation.values.get(i).equals(name)) {
        return annotation.values.get(i + 1);
      }
    }
    return null;
  }

  private ClassNode parse(String internalName) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      if (in == null) {
        throw new IllegalArgumentException("no class " + internalName.replace('/', '.'));
      }
      return node(internalName, in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + internalName, e);
    }
  }

  /** The reader's library trips over a damaged file in many ways. */
  private static ClassNode node(String internalName, byte[] file) {
    try {
      ClassNode node = new ClassNode();
      new ClassReader(file)
          .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return node;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          internalName + ".class is damaged, or made for a later Java than this reads", e);
    }
  }
}
