// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.openjdk.jcstress.annotations.Actor;
import vacate.claim.Plays;
import vacate.scene.CacheFlag;
import vacate.scene.Operation;
import vacate.scene.Scenario;
import vacate.scene.Scene;
import vacate.scene.Shape;
import vacate.scene.Start;
import vacate.stress.runner.fork.Catalog;

/** What a protocol test says that it plays is what its compiled actors do. */
class PlaysTest {
  private static final String SCENE = Scene.class.getName().replace('.', '/');

  static List<Class<?>> protocol() {
    return Catalog.entries().stream()
        .map(Catalog.Entry::type)
        .<Class<?>>map(type -> type)
        .filter(type -> type.getPackage() == PlaysTest.class.getPackage())
        .toList();
  }

  private static Stream<Class<?>> played() {
    return protocol().stream().filter(type -> plays(type) != null);
  }

  private static Plays plays(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getEnclosingClass)
        .map(c -> c.getAnnotation(Plays.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The second slab of one, and the empty CPU of the other, are no part of a scenario. */
  @Test
  void allDoButThoseWhoseSetupIsMoreThanAScenario() {
    assertThat(protocol())
        .filteredOn(type -> plays(type) == null)
        .extracting(Class::getEnclosingClass)
        .<Class<?>>map(type -> type)
        .containsOnly(P20_FreeFreeTwoSlabs.class, P24_FreeReuseVacate.class);
  }

  @ParameterizedTest
  @MethodSource("played")
  void theActorsDoWhatItSays(Class<?> type) throws IOException {
    ClassNode compiled = compiled(type);
    Scenario scenario = Scenario.parse(plays(type).value());

    assertThat(scenario).hasToString(plays(type).value());
    assertThat(read(compiled)).isEqualTo(scenario);
  }

  private static ClassNode compiled(Class<?> type) throws IOException {
    ClassNode node = new ClassNode();
    new ClassReader(type.getName()).accept(node, ClassReader.SKIP_DEBUG);
    return node;
  }

  private static Scenario read(ClassNode test) {
    MethodNode constructor =
        test.methods.stream().filter(m -> m.name.equals("<init>")).findFirst().orElseThrow();
    MethodInsnNode made = calls(constructor, "<init>").get(0);
    int cpus = number(made.getPrevious());
    Shape shape = Shape.valueOf(((FieldInsnNode) made.getPrevious().getPrevious()).name);
    int flags = number(made.getPrevious().getPrevious().getPrevious());
    Set<Integer> pinned = new TreeSet<>();
    calls(constructor, "pin").forEach(pin -> pinned.add(number(pin.getPrevious())));
    List<List<Operation>> does = new ArrayList<>();
    for (int cpu = 0; cpu < cpus; cpu++) {
      does.add(List.of());
    }
    test.methods.stream().filter(PlaysTest::isActor).forEach(actor -> read(actor, does));
    Set<CacheFlag> cache = EnumSet.allOf(CacheFlag.class);
    cache.removeIf(flag -> (flags & flag.bit) == 0);
    return new Scenario(new Start(cache, shape, pinned), does);
  }

  private static boolean isActor(MethodNode method) {
    return method.visibleAnnotations != null
        && method.visibleAnnotations.stream()
            .anyMatch(a -> a.desc.equals(Actor.class.descriptorString()));
  }

  private static void read(MethodNode actor, List<List<Operation>> does) {
    List<Operation> operations = new ArrayList<>();
    int cpu = -1;
    for (MethodInsnNode call : calls(actor, null)) {
      String name = call.name.equals("gracePeriod") ? "idle" : call.name;
      Operation.Kind kind = Operation.Kind.valueOf(name.toUpperCase(java.util.Locale.ROOT));
      int last = number(call.getPrevious());
      cpu = kind.hasSlot ? number(call.getPrevious().getPrevious()) : last;
      operations.add(new Operation(kind, kind.hasSlot ? last : Operation.NONE));
    }
    does.set(cpu, operations);
  }

  /** Of that name; all if null. */
  private static List<MethodInsnNode> calls(MethodNode in, String name) {
    List<MethodInsnNode> calls = new ArrayList<>();
    for (AbstractInsnNode insn : in.instructions) {
      if (insn instanceof MethodInsnNode call
          && call.owner.equals(SCENE)
          && (name == null || call.name.equals(name))) {
        calls.add(call);
      }
    }
    return calls;
  }

  private static int number(AbstractInsnNode insn) {
    if (insn instanceof LdcInsnNode constant) {
      return (Integer) constant.cst;
    }
    return ((InsnNode) insn).getOpcode() - org.objectweb.asm.Opcodes.ICONST_0;
  }
}
