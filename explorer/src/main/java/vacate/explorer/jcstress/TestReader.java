// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads tests from class files, by the rules of jcstress 0.16. */
public final class TestReader {
  private final ClassFiles classes;

  public TestReader(ClassLoader loader) {
    classes = new ClassFiles(loader);
  }

  /**
   * The test in a class; empty if the class is none. One that jcstress would not take says so in
   * {@link StressTest#refusal}.
   *
   * @throws IllegalArgumentException if the class cannot be found or read
   */
  public Optional<StressTest> read(String className) {
    String internalName = className.replace('.', '/');
    if (!classes.has(internalName, "JCStressTest")) {
      return Optional.empty();
    }
    ClassNode node = classes.parse(internalName);
    AnnotationNode test = ClassFiles.own(node, "JCStressTest");
    return Optional.of(read(className, node, test));
  }

  private StressTest read(String className, ClassNode node, AnnotationNode test) {
    boolean termination =
        ClassFiles.value(test, "value") instanceof String[] mode && mode[1].equals("Termination");
    List<TestMethod> actors = methods(node, "Actor");
    List<TestMethod> arbiters = methods(node, "Arbiter");
    List<TestMethod> signals = methods(node, "Signal");
    List<TestMethod> all =
        Stream.of(actors, arbiters, signals).flatMap(List::stream).distinct().toList();
    List<Clause> clauses = new ArrayList<>();
    String stateClass = className;
    String refusal;
    try {
      clauses.addAll(metaClauses(node));
      clauses.addAll(clauses(node));
      Parts parts = Parts.of(classes, node, all, termination ? signals : List.of());
      stateClass = parts.states().isEmpty() ? className : parts.states().get(0);
      refusal =
          JcstressRules.broken(classes, termination, actors, arbiters, signals, parts, clauses);
    } catch (IllegalArgumentException missing) {
      refusal = missing.getMessage();
    }
    // Neither a termination test's arbiter nor another's signal is ever called.
    return new StressTest(
        className,
        actors,
        termination || arbiters.isEmpty() ? null : arbiters.get(0),
        termination && !signals.isEmpty() ? signals.get(0) : null,
        termination,
        stateClass,
        clauses,
        refusal);
  }

  /** Whether a class is one of jcstress' result classes, or is annotated as one. */
  boolean isResult(String className) {
    return classes.isResult(className);
  }

  /** Those of the source and of this class alone: javac copies annotations to its bridges. */
  private static List<TestMethod> methods(ClassNode node, String annotation) {
    List<TestMethod> methods = new ArrayList<>();
    for (MethodNode m : node.methods) {
      if ((m.access & Opcodes.ACC_SYNTHETIC) == 0
          && ClassFiles.among(m.visibleAnnotations, m.invisibleAnnotations, annotation) != null) {
        methods.add(new TestMethod(m.name, m.desc));
      }
    }
    return methods;
  }

  private List<Clause> metaClauses(ClassNode node) {
    AnnotationNode meta = ClassFiles.own(node, "JCStressMeta");
    return meta != null && ClassFiles.value(meta, "value") instanceof Type type
        ? clauses(classes.parse(type.getInternalName()))
        : List.of();
  }

  /** Several are inherited as one, whatever a subclass has of its own, and one as one. */
  private List<Clause> clauses(ClassNode node) {
    List<Clause> clauses = new ArrayList<>();
    AnnotationNode many = classes.inherited(node, "Outcome$Outcomes");
    if (many != null && ClassFiles.value(many, "value") instanceof List<?> list) {
      list.forEach(a -> clauses.add(clause((AnnotationNode) a)));
    }
    AnnotationNode one = classes.inherited(node, "Outcome");
    if (one != null) {
      clauses.add(clause(one));
    }
    return clauses;
  }

  private static Clause clause(AnnotationNode outcome) {
    List<String> ids = new ArrayList<>();
    if (ClassFiles.value(outcome, "id") instanceof List<?> list) {
      list.forEach(id -> ids.add((String) id));
    }
    Expectation expect =
        ClassFiles.value(outcome, "expect") instanceof String[] e
            ? Expectation.valueOf(e[1])
            : Expectation.UNKNOWN;
    return new Clause(ids, expect, ClassFiles.value(outcome, "desc") instanceof String s ? s : "");
  }
}
