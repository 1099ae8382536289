// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads structures from class files by the rules of Lincheck 3.7: operations and the validation of
 * superclasses count; parameters have a generator of their own, a named one of the class, or that
 * of their type. No class of Lincheck needs to be there.
 */
public final class StructureReader {
  private static final Map<String, String> OF_TYPE =
      Map.ofEntries(
          Map.entry("I", "IntGen"),
          Map.entry("J", "LongGen"),
          Map.entry("S", "ShortGen"),
          Map.entry("B", "ByteGen"),
          Map.entry("F", "FloatGen"),
          Map.entry("D", "DoubleGen"),
          Map.entry("Z", "BooleanGen"),
          Map.entry("Ljava/lang/Integer;", "IntGen"),
          Map.entry("Ljava/lang/Long;", "LongGen"),
          Map.entry("Ljava/lang/Short;", "ShortGen"),
          Map.entry("Ljava/lang/Byte;", "ByteGen"),
          Map.entry("Ljava/lang/Float;", "FloatGen"),
          Map.entry("Ljava/lang/Double;", "DoubleGen"),
          Map.entry("Ljava/lang/Boolean;", "BooleanGen"),
          Map.entry("Ljava/lang/String;", "StringGen"));

  private final ClassLoader loader;
  private final Map<String, Optional<ClassNode>> parsed = new HashMap<>();

  public StructureReader(ClassLoader loader) {
    this.loader = loader;
  }

  /** The structure in a class; empty if it has no operations, cannot be made, or cannot be read. */
  public Optional<Structure> read(String className) {
    List<ClassNode> line = line(className.replace('.', '/'));
    boolean none =
        line.isEmpty()
            || (line.get(0).access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0
            || line.stream().allMatch(c -> methods(c, "Operation").isEmpty());
    return none ? Optional.empty() : Optional.of(read(className, line));
  }

  private Structure read(String className, List<ClassNode> line) {
    List<StructureOperation> operations = new ArrayList<>();
    List<String> validations = new ArrayList<>();
    String refusal = null;
    try {
      for (ClassNode c : line) {
        for (MethodNode m : methods(c, "Operation")) {
          if (operations.stream()
              .noneMatch(o -> o.name().equals(m.name) && o.descriptor().equals(m.desc))) {
            operations.add(operation(m, line));
          }
        }
        methods(c, "Validate").forEach(m -> validations.add(m.name));
      }
      refuseUnmakeable(line.get(0));
      if (validations.size() > 1) {
        throw new UnfitStructure("more than one @Validate: " + String.join(", ", validations));
      }
    } catch (UnfitStructure e) {
      refusal = e.getMessage();
    }
    return new Structure(
        className, operations, validations.isEmpty() ? null : validations.get(0), refusal);
  }

  private static void refuseUnmakeable(ClassNode node) throws UnfitStructure {
    for (MethodNode m : node.methods) {
      if (m.name.equals("<init>") && m.desc.equals("()V")) {
        if ((m.access & Opcodes.ACC_PRIVATE) != 0) {
          throw new UnfitStructure("its constructor is private");
        }
        return;
      }
    }
    throw new UnfitStructure("it has no constructor without parameters");
  }

  private StructureOperation operation(MethodNode m, List<ClassNode> line) throws UnfitStructure {
    AnnotationNode says =
        Annotations.first(m.visibleAnnotations, m.invisibleAnnotations, "Operation");
    if ((m.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0) {
      throw new UnfitStructure("the operation " + m.name + " is private or static");
    }
    if (m.desc.contains("Lkotlin/coroutines/Continuation;")) {
      throw new UnfitStructure("the operation " + m.name + " may be suspended");
    }
    for (String waits : List.of("blocking", "allowExtraSuspension")) {
      if (Annotations.value(says, waits, false)) {
        throw new UnfitStructure("the operation " + m.name + " is declared " + waits);
      }
    }
    return new StructureOperation(
        m.name,
        m.desc,
        parameters(m, says, named(line)),
        group(says, line),
        Annotations.value(says, "runOnce", false));
  }

  /** The group that has no two operations in parallel; of 2.x, where the class says so of it. */
  private static String group(AnnotationNode says, List<ClassNode> line) {
    String group = Annotations.value(says, "nonParallelGroup", "");
    if (!group.isEmpty()) {
      return group;
    }
    String old = Annotations.value(says, "group", "");
    for (ClassNode c : line) {
      List<AnnotationNode> configs =
          new ArrayList<>(
              Annotations.all(c.visibleAnnotations, c.invisibleAnnotations, "OpGroupConfig"));
      configs.addAll(
          Annotations.held(
              Annotations.all(
                  c.visibleAnnotations, c.invisibleAnnotations, "OpGroupConfig$OpGroupConfigs")));
      for (AnnotationNode config : configs) {
        if (!old.isEmpty()
            && Annotations.value(config, "name", "").equals(old)
            && Annotations.value(config, "nonParallel", false)) {
          return old;
        }
      }
    }
    return null;
  }

  /** The generators that a class has names for. */
  private static Map<String, AnnotationNode> named(List<ClassNode> line) {
    Map<String, AnnotationNode> named = new LinkedHashMap<>();
    for (ClassNode c : line) {
      List<AnnotationNode> all =
          new ArrayList<>(Annotations.all(c.visibleAnnotations, c.invisibleAnnotations, "Param"));
      for (String holder : List.of("Param$Params", "Param$Container")) {
        all.addAll(
            Annotations.held(
                Annotations.all(c.visibleAnnotations, c.invisibleAnnotations, holder)));
      }
      all.forEach(p -> named.putIfAbsent(Annotations.value(p, "name", ""), p));
    }
    return named;
  }

  private List<Domain> parameters(
      MethodNode m, AnnotationNode says, Map<String, AnnotationNode> named) throws UnfitStructure {
    Type[] types = Type.getArgumentTypes(m.desc);
    List<String> names = Annotations.value(says, "params", List.of());
    List<Domain> domains = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      AnnotationNode own =
          Annotations.first(
              of(m.visibleParameterAnnotations, i),
              of(m.invisibleParameterAnnotations, i),
              "Param");
      String name =
          own != null ? Annotations.value(own, "name", "") : i < names.size() ? names.get(i) : "";
      AnnotationNode generator =
          own != null && Annotations.value(own, "gen", null) != null ? own : named.get(name);
      if (generator == null && !name.isEmpty()) {
        throw new UnfitStructure("no @Param is named " + name + ", for " + m.name);
      }
      domains.add(domain(types[i], generator, m.name));
    }
    return domains;
  }

  private static List<AnnotationNode> of(List<AnnotationNode>[] lists, int i) {
    return lists == null || i >= lists.length ? null : lists[i];
  }

  private Domain domain(Type type, AnnotationNode says, String method) throws UnfitStructure {
    String conf = says == null ? "" : Annotations.value(says, "conf", "");
    List<EnumValue> constants =
        type.getSort() == Type.OBJECT ? constants(type.getInternalName()) : List.of();
    Type given = says == null ? null : Annotations.value(says, "gen", null);
    String generator =
        OF_TYPE.getOrDefault(type.getDescriptor(), constants.isEmpty() ? null : "EnumGen");
    if (given != null && !given.getInternalName().endsWith("/DummyParameterGenerator")) {
      String internal = given.getInternalName();
      generator =
          internal.startsWith("org/jetbrains/")
              ? internal.substring(internal.lastIndexOf('/') + 1)
              : given.getClassName();
    }
    if (generator == null) {
      throw new UnfitStructure(
          "nothing says which " + type.getClassName() + " " + method + " is called with");
    }
    Domain domain = Generators.of(generator, conf, constants);
    String own = OF_TYPE.get(type.getDescriptor());
    if (own != null && !own.equals(generator)) {
      throw new UnfitStructure(generator + " makes no " + type.getClassName() + ", for " + method);
    }
    return domain;
  }

  private List<EnumValue> constants(String internal) {
    return parse(internal)
        .filter(c -> (c.access & Opcodes.ACC_ENUM) != 0)
        .map(
            c ->
                c.fields.stream()
                    .filter(f -> (f.access & Opcodes.ACC_ENUM) != 0)
                    .map(f -> new EnumValue(internal, f.name))
                    .toList())
        .orElse(List.of());
  }

  private static List<MethodNode> methods(ClassNode c, String annotation) {
    return c.methods.stream()
        .filter(m -> (m.access & Opcodes.ACC_SYNTHETIC) == 0)
        .filter(
            m ->
                Annotations.first(m.visibleAnnotations, m.invisibleAnnotations, annotation) != null)
        .toList();
  }

  /** A class and its superclasses, as far as they are there. */
  private List<ClassNode> line(String internal) {
    List<ClassNode> line = new ArrayList<>();
    Optional<ClassNode> next = file(internal); // of the classes of a jar few are structures
    while (next.isPresent()) {
      line.add(next.get());
      String above = next.get().superName;
      next = above == null || above.startsWith("java/") ? Optional.empty() : parse(above);
    }
    return line;
  }

  /** Without code; empty if it is not there, or damaged, which others say who need it. */
  private Optional<ClassNode> parse(String internal) {
    return parsed.computeIfAbsent(internal, this::file);
  }

  private Optional<ClassNode> file(String internal) {
    try (InputStream in = loader.getResourceAsStream(internal + ".class")) {
      if (in == null) {
        return Optional.empty();
      }
      ClassNode node = new ClassNode();
      new ClassReader(in.readAllBytes())
          .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return Optional.of(node);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
