// SPDX-License-Identifier: GPL-2.0-only
package vacate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** What the classes of all modules are called, and what they call each other. */
class NamesTest {
  /** The port and its scenes, which are one module and spell what is theirs. */
  private static final Set<String> CORE =
      Set.of("kernel", "mm", "slub", "revision", "invariant", "scene", "port");

  /** The packages of it that are the kernel's. */
  private static final Set<String> PORT = Set.of("kernel", "mm", "slub", "revision");

  /** Methods that Java's own types have. */
  private static final Set<String> EVERY_OBJECTS = Set.of("toString", "hashCode", "getMessage");

  /**
   * Who may spell methods. A test of each holds its names against the port: of Defect, where it is
   * cured, ClaimsAndDefectsTest; of Reason ReasonTest.
   */
  private static final Set<String> SPELLING = Set.of("Defect", "Reason");

  private static final Set<JavaClass> CLASSES =
      new ClassFileImporter()
              .withImportOption(new DoNotIncludeTests())
              .withImportOption(location -> !location.contains("_jcstress"))
              .importPackages("vacate")
              .stream()
              .collect(Collectors.toSet());

  @Test
  void noTwoTypesHaveTheSameSimpleName() {
    Map<String, Set<String>> named = new TreeMap<>();
    CLASSES.stream()
        .filter(type -> type.getEnclosingClass().isEmpty())
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .filter(type -> !type.getPackageName().equals("vacate.explorer.standin"))
        .forEach(
            type ->
                named
                    .computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                    .add(type.getName()));
    named.values().removeIf(types -> types.size() == 1);

    assertThat(named).isEmpty();
  }

  /**
   * A rename in the port would leave it behind, and nothing would say so. Names of one word are let
   * pass: they are words of the language too, as load, value and text.
   */
  @Test
  void nobodySpellsAMethodOfThePort() {
    Set<String> methods =
        CLASSES.stream()
            .filter(type -> PORT.contains(module(type)))
            .flatMap(type -> type.getMethods().stream())
            .map(method -> method.getName())
            .filter(name -> name.matches(".*[a-z][A-Z].*"))
            .filter(name -> !EVERY_OBJECTS.contains(name))
            .collect(Collectors.toSet());
    assertThat(methods).contains("slabFrozen", "vacateAndTell", "incNotZero");

    Set<String> spelled =
        CLASSES.stream()
            .filter(type -> !CORE.contains(module(type)))
            .filter(type -> !SPELLING.contains(type.getSimpleName()))
            .flatMap(
                type ->
                    strings(type)
                        .filter(methods::contains)
                        .map(name -> type.getSimpleName() + ": " + name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(spelled).isEmpty();
  }

  private static String module(JavaClass type) {
    String[] parts = type.getPackageName().split("[.]");
    return parts.length < 2 ? "" : parts[1];
  }

  /** What a class spells; not what the compiler has written down of its method references. */
  private static Stream<String> strings(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      ClassNode node = new ClassNode();
      new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG);
      return node.methods.stream()
          .filter(method -> !method.name.equals("$deserializeLambda$"))
          .flatMap(method -> Arrays.stream(method.instructions.toArray()))
          .filter(LdcInsnNode.class::isInstance)
          .map(instruction -> ((LdcInsnNode) instruction).cst)
          .filter(String.class::isInstance)
          .map(String.class::cast);
    } catch (IOException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
