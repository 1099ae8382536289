// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Where in woven code stands what may set off the initialiser of another class (JVMS 5.5). */
public final class Mentions {
  /**
   * A class as an instruction names it.
   *
   * @param member the static member that is used, which a superclass may have; null for none
   */
  private record Mention(String type, String member) {
    /**
     * With a class its superclasses are initialised. In which of them the member is does not matter
     * then: it is one mention too many.
     */
    boolean initializes(Class<?> sought) {
      return names(sought) ? member == null || declares(sought) : isOfSubclass(sought);
    }

    private boolean names(Class<?> c) {
      return Type.getInternalName(c).equals(type);
    }

    private boolean isOfSubclass(Class<?> c) {
      try {
        return c.isAssignableFrom(Class.forName(type.replace('/', '.'), false, c.getClassLoader()));
      } catch (ClassNotFoundException | LinkageError e) {
        return false; // nor can it be used
      }
    }

    private boolean declares(Class<?> c) {
      return Stream.<Member>concat(
              Arrays.stream(c.getDeclaredFields()), Arrays.stream(c.getDeclaredMethods()))
          .anyMatch(m -> m.getName().equals(member));
    }
  }

  private final Map<Mention, Set<String>> places = new ConcurrentHashMap<>();

  void note(String in, AbstractInsnNode insn) {
    Mention mention = mention(insn);
    if (mention != null && !mention.type.equals(in)) {
      places.computeIfAbsent(mention, m -> ConcurrentHashMap.newKeySet()).add(in);
    }
  }

  private static Mention mention(AbstractInsnNode insn) {
    return switch (insn.getOpcode()) {
      case Opcodes.NEW -> new Mention(((TypeInsnNode) insn).desc, null);
      case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> {
        FieldInsnNode field = (FieldInsnNode) insn;
        yield new Mention(field.owner, field.name);
      }
      case Opcodes.INVOKESTATIC -> {
        MethodInsnNode call = (MethodInsnNode) insn;
        yield new Mention(call.owner, call.name);
      }
      case Opcodes.LDC ->
          ((LdcInsnNode) insn).cst instanceof Type type && type.getSort() == Type.OBJECT
              ? new Mention(type.getInternalName(), null)
              : null;
      default -> null;
    };
  }

  /** Whether code of a class that fits, by internal name, may be the first to use {@code type}. */
  public boolean isMentioned(Class<?> type, Predicate<String> from) {
    return places.entrySet().stream()
        .anyMatch(e -> e.getValue().stream().anyMatch(from) && e.getKey().initializes(type));
  }
}
