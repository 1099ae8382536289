// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.objectweb.asm.Opcodes.*;
import static vacate.explorer.weave.Hook.jdkHook;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Where code of the JDK rests on what the JVM alone does, or draws lots: something else there. */
final class Grafts {
  private static final String RANDOM = "vacate/explorer/standin/ThreadLocalRandom";

  /** Static methods that are those of another class, by class and name. */
  private static final Map<String, String> BODIES =
      Map.of(
          "java/util/concurrent/atomic/Striped64.getProbe", RANDOM,
          "java/util/concurrent/atomic/Striped64.advanceProbe", RANDOM,
          "java/util/EnumMap.getKeyUniverse", Hook.ENUMS,
          "java/util/EnumSet.getUniverse", Hook.ENUMS,
          "jdk/internal/util/ArraysSupport.vectorizedMismatch", Hook.UNSAFE);

  /** What class initialisers ask of the JVM, whose options are not for woven code. */
  private static final Set<String> NO_INITIALIZER = Set.of("java/util/Arrays$LegacyMergeSort");

  /** Where the order of a table comes to light, by class and name. */
  private static final Set<String> ORDERED =
      Set.of(
          "java/util/HashMap$HashIterator.<init>",
          "java/util/HashMap$HashMapSpliterator.<init>",
          "java/util/HashMap$KeySet.forEach",
          "java/util/HashMap$Values.forEach",
          "java/util/HashMap$EntrySet.forEach",
          "java/util/HashMap.forEach",
          "java/util/HashMap.replaceAll",
          "java/util/HashMap.keysToArray",
          "java/util/HashMap.valuesToArray",
          "java/util/Hashtable$Enumerator.<init>",
          "java/util/Hashtable.forEach",
          "java/util/Hashtable.replaceAll",
          "java/util/Hashtable.toString",
          "java/util/IdentityHashMap$IdentityHashMapIterator.<init>",
          "java/util/IdentityHashMap$IdentityHashMapSpliterator.<init>",
          "java/util/IdentityHashMap$KeySet.toArray",
          "java/util/IdentityHashMap$Values.toArray",
          "java/util/IdentityHashMap$EntrySet.toArray",
          "java/util/IdentityHashMap.forEach",
          "java/util/IdentityHashMap.replaceAll",
          "java/util/concurrent/ConcurrentHashMap$Traverser.<init>");

  private static final String PAIR = "java/util/ImmutableCollections$Set12";

  /** Static fields that are drawn when the JVM starts, by class and name. */
  private static final Set<String> DRAWN =
      Set.of("java/util/ImmutableCollections.REVERSE", "java/util/ImmutableCollections.SALT32L");

  /** By which classes of the JDK have others do what is not for all to call. */
  private static final String ACCESS = "jdk/internal/access/";

  private static final String JOINER = "java/util/StringJoiner";
  private static final String JOINED = "vacate/explorer/standin/Joined";

  private static final String EXCHANGER = "java/util/concurrent/Exchanger";

  /** How often it tries before it does something else. */
  private static final int SPINS = 1 << 10;

  private Grafts() {}

  static void graft(ClassNode node) {
    if (!StandIns.isCopy(node.name)) {
      return;
    }
    String original = StandIns.resource(node.name);
    if (NO_INITIALIZER.contains(original)) {
      node.methods.removeIf(m -> m.name.equals("<clinit>"));
    }
    BufferGrafts.graft(original, node);
    // the JVM would call it whenever it likes, in a thread of its own
    node.methods.removeIf(m -> m.name.equals("finalize") && m.desc.equals("()V"));
    for (MethodNode method : node.methods) {
      String from = BODIES.get(original + "." + method.name);
      if (from != null) {
        replaceBody(method, from);
      } else if (!method.name.equals("<clinit>")) {
        replaceDrawn(original, method);
      }
      if (original.equals(EXCHANGER)) {
        spinNever(method);
      }
      if (original.equals(JOINER)) {
        joinByOurs(method);
      }
      if (ORDERED.contains(original + "." + method.name)) {
        method.instructions.insert(jdkHook("iterates", "()V"));
      }
    }
  }

  /**
   * Who has been met, and waits for what he is given, goes round for a while and then for a while
   * again: without counting, it is seen that he waits.
   */
  private static void spinNever(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn instanceof IntInsnNode constant && constant.operand == SPINS) {
        method.instructions.set(insn, new InsnNode(ICONST_0));
      }
    }
  }

  /** Nobody outside of the JDK may use its own way of joining texts. */
  private static void joinByOurs(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (!(insn instanceof MethodInsnNode call) || !call.owner.startsWith(ACCESS)) {
        continue;
      }
      if (call.name.equals("join")) {
        String descriptor = "(Ljava/lang/Object;" + call.desc.substring(1);
        method.instructions.set(
            call, new MethodInsnNode(INVOKESTATIC, JOINED, call.name, descriptor, false));
      } else {
        method.instructions.set(call, new InsnNode(ACONST_NULL));
      }
    }
  }

  private static void replaceBody(MethodNode method, String from) {
    method.instructions.clear();
    method.tryCatchBlocks.clear();
    method.localVariables = null;
    int local = 0;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      method.visitVarInsn(type.getOpcode(ILOAD), local);
      local += type.getSize();
    }
    method.visitMethodInsn(INVOKESTATIC, from, method.name, method.desc, false);
    method.visitInsn(Type.getReturnType(method.desc).getOpcode(IRETURN));
  }

  /**
   * Of two elements either may come first; of more, setup gets one order, and actors none. Where an
   * iterator begins does not show before it comes to its next element, which is drawn, too.
   */
  private static void replaceDrawn(String in, MethodNode method) {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (insn instanceof FieldInsnNode field
          && field.getOpcode() == GETSTATIC
          && StandIns.isCopy(field.owner)
          && DRAWN.contains(StandIns.resource(field.owner) + "." + field.name)) {
        if (in.startsWith(PAIR) && field.name.equals("REVERSE")) {
          method.instructions.set(insn, jdkHook("isReversed", "()Z"));
        } else if (!method.name.equals("<init>")) {
          method.instructions.insertBefore(insn, jdkHook("isOrdered", "()V"));
        }
      }
    }
  }
}
