// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.objectweb.asm.tree.ClassNode;

/**
 * What jcstress 0.16 wants of a test: the rules of its annotation processor, and that ids can be
 * read as patterns. A test compiled without the processor may break them; what it means then nobody
 * says. Of what the processor rejects two things are taken, as they can mean one thing only: a test
 * without a {@code @Result} asks whether its actors end, and {@code @State} counts for subclasses.
 */
final class JcstressRules {
  private final ClassFiles classes;
  private final Parts parts;

  private JcstressRules(ClassFiles classes, Parts parts) {
    this.classes = classes;
    this.parts = parts;
  }

  /** The first rule that a test breaks, as a reason not to run it; null if it breaks none. */
  static String broken(
      ClassFiles classes,
      boolean termination,
      List<TestMethod> actors,
      List<TestMethod> arbiters,
      List<TestMethod> signals,
      Parts parts,
      List<Clause> clauses) {
    if (actors.isEmpty()) {
      return "a test without an @Actor";
    }
    if (arbiters.size() > 1) {
      return "more than one @Arbiter: " + names(arbiters);
    }
    if (signals.size() > 1) {
      return "more than one @Signal: " + names(signals);
    }
    if (!parts.others().isEmpty()) {
      return "a parameter that is neither @State nor @Result: " + parts.others().get(0);
    }
    if (parts.states().size() > 1) {
      return "more than one @State: " + String.join(", ", parts.states());
    }
    if (parts.results().size() > 1) {
      return "more than one @Result: " + String.join(", ", parts.results());
    }
    JcstressRules rules = new JcstressRules(classes, parts);
    String broken = termination ? rules.termination(actors, signals) : rules.continuous();
    return broken != null ? broken : outcomes(clauses);
  }

  private static String names(List<TestMethod> methods) {
    return String.join(", ", methods.stream().map(TestMethod::name).toList());
  }

  private String termination(List<TestMethod> actors, List<TestMethod> signals) {
    if (signals.isEmpty()) {
      return "a termination test without a @Signal";
    }
    if (actors.size() > 1) {
      return "a termination test with more than one @Actor: " + names(actors);
    }
    return parts.results().isEmpty()
        ? null
        : "a termination test with a @Result: " + parts.results().get(0);
  }

  private String continuous() {
    if (parts.states().isEmpty()) {
      return "a test without a @State";
    }
    String state = parts.states().get(0);
    int modifiers = ClassFiles.modifiers(node(state));
    if ((modifiers & ACC_FINAL) != 0) {
      return "a @State that is final: " + state;
    }
    if ((modifiers & ACC_PUBLIC) == 0) {
      return "a @State that is not public: " + state;
    }
    return parts.results().isEmpty() ? null : result(parts.results().get(0));
  }

  private String result(String result) {
    if (result.startsWith("org.openjdk.jcstress.infra.results.")) {
      return null; // may be missing from the class path, as the annotations may
    }
    if ((ClassFiles.modifiers(node(result)) & ACC_PUBLIC) == 0) {
      return "a @Result that is not public: " + result;
    }
    return node(result).superName.equals("java/lang/Object")
        ? null
        : "a @Result that extends another class: " + result;
  }

  private ClassNode node(String className) {
    return classes.parse(className.replace('.', '/'));
  }

  private static String outcomes(List<Clause> clauses) {
    for (Clause clause : clauses) {
      if (clause.description().contains("\n")) {
        return "a description of an @Outcome with a line break: "
            + clause.description().lines().findFirst().orElse("");
      }
      for (String id : clause.ids()) {
        try {
          Pattern.compile(id);
        } catch (PatternSyntaxException e) {
          return "an id of an @Outcome that is no regular expression: " + id;
        }
      }
    }
    return null;
  }
}
