// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.linear;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.V11;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import vacate.explorer.lincheck.EnumValue;

/**
 * Writes the classes by which scenarios are played on objects of one class: a {@code PlayedCalls}
 * whose {@code call} is a switch over the calls, and the result of the test that it is. Code that
 * is generated needs no reflection, and can be woven.
 */
final class PlayWriter {
  private final Type base = Type.getObjectType("vacate/explorer/linear/play/PlayedCalls");
  private final Type object = Type.getType(Object.class);
  private final Type string = Type.getType(String.class);
  private final Method constructor = Method.getMethod("void <init>()");

  private final Type target;
  private final Type play;
  private final Type told;
  private final List<Call> calls;
  private final String validation;

  /**
   * @param className of the objects
   * @param validation a method without parameters that throws where an object is damaged, or null
   */
  PlayWriter(String className, List<Call> calls, String validation) {
    target = Type.getObjectType(className.replace('.', '/'));
    play = Type.getObjectType(target.getInternalName() + "$$Play");
    told = Type.getObjectType(target.getInternalName() + "$$Told");
    this.calls = calls;
    this.validation = validation;
  }

  /** Binary name of the class that plays. */
  String className() {
    return play.getClassName();
  }

  /** What a method of a thread is called, of which 1 is the first. */
  static String thread(int number) {
    return "thread" + number;
  }

  /** The descriptor of what is called at the end. */
  String endDescriptor() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, told);
  }

  /** The class files, by internal name. */
  Map<String, byte[]> classes() {
    return Map.of(play.getInternalName(), play(), told.getInternalName(), told());
  }

  private byte[] told() {
    ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    out.visit(
        V11, ACC_PUBLIC | ACC_SUPER, told.getInternalName(), null, object.getInternalName(), null);
    out.visitAnnotation("Lorg/openjdk/jcstress/annotations/Result;", true).visitEnd();
    out.visitField(ACC_PUBLIC, "text", string.getDescriptor(), null, null).visitEnd();
    GeneratorAdapter make = method(out, constructor);
    make.loadThis();
    make.invokeConstructor(object, constructor);
    end(make);
    GeneratorAdapter say = method(out, Method.getMethod("String toString()"));
    say.loadThis();
    say.getField(told, "text", string);
    end(say);
    out.visitEnd();
    return out.toByteArray();
  }

  private byte[] play() {
    ClassWriter out =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected String getCommonSuperClass(String one, String other) {
            return object.getInternalName(); // no class of the program is loaded here
          }
        };
    out.visit(
        V11, ACC_PUBLIC | ACC_SUPER, play.getInternalName(), null, base.getInternalName(), null);
    out.visitField(0, "target", target.getDescriptor(), null, null).visitEnd();
    GeneratorAdapter make = method(out, Method.getMethod("void <init>(String)"));
    make.loadThis();
    make.loadArg(0);
    make.invokeConstructor(base, Method.getMethod("void <init>(String)"));
    make.loadThis();
    make.newInstance(target);
    make.dup();
    make.invokeConstructor(target, constructor);
    make.putField(play, "target", target);
    make.loadThis();
    make.invokeVirtual(play, Method.getMethod("void begin()"));
    end(make);
    for (int thread = 1; thread <= Extent.THREADS; thread++) {
      GeneratorAdapter run = method(out, new Method(thread(thread), "()V"));
      run.loadThis();
      run.push(thread);
      run.invokeVirtual(play, Method.getMethod("void perform(int)"));
      end(run);
    }
    GeneratorAdapter tell = method(out, new Method("end", endDescriptor()));
    tell.loadArg(0);
    tell.loadThis();
    tell.invokeVirtual(play, Method.getMethod("String end()"));
    tell.putField(told, "text", string);
    end(tell);
    validate(method(out, Method.getMethod("void validate()")));
    call(method(out, Method.getMethod("Object call(int)")));
    out.visitEnd();
    return out.toByteArray();
  }

  private void validate(GeneratorAdapter code) {
    if (validation != null) {
      code.loadThis();
      code.getField(play, "target", target);
      code.invokeVirtual(target, new Method(validation, "()V"));
    }
    end(code);
  }

  private void call(GeneratorAdapter code) {
    Label none = code.newLabel();
    Label[] labels = calls.stream().map(c -> code.newLabel()).toArray(Label[]::new);
    code.loadArg(0);
    code.visitTableSwitchInsn(0, Math.max(0, calls.size() - 1), none, labels);
    for (int i : IntStream.range(0, calls.size()).toArray()) {
      Method method =
          new Method(calls.get(i).operation().name(), calls.get(i).operation().descriptor());
      code.mark(labels[i]);
      code.loadThis();
      code.getField(play, "target", target);
      Type[] types = method.getArgumentTypes();
      for (int p = 0; p < types.length; p++) {
        push(code, calls.get(i).arguments().get(p), types[p]);
      }
      code.invokeVirtual(target, method);
      if (method.getReturnType() == Type.VOID_TYPE) {
        code.invokeStatic(base, Method.getMethod("Object nothing()"));
      } else {
        code.valueOf(method.getReturnType());
      }
      code.returnValue();
    }
    code.mark(none);
    code.visitInsn(org.objectweb.asm.Opcodes.ACONST_NULL);
    end(code);
  }

  private static void push(GeneratorAdapter code, Object value, Type type) {
    boolean boxed = type.getSort() == Type.OBJECT;
    if (value instanceof String text) {
      code.push(text);
    } else if (value instanceof EnumValue constant) {
      Type own = Type.getObjectType(constant.type());
      code.getStatic(own, constant.name(), own);
    } else if (value instanceof Boolean b) {
      code.push(b);
      box(code, boxed, Type.BOOLEAN_TYPE);
    } else if (value instanceof Long l) {
      code.push(l);
      box(code, boxed, Type.LONG_TYPE);
    } else if (value instanceof Float f) {
      code.push(f);
      box(code, boxed, Type.FLOAT_TYPE);
    } else if (value instanceof Double d) {
      code.push(d);
      box(code, boxed, Type.DOUBLE_TYPE);
    } else {
      code.push(((Number) value).intValue());
      box(
          code,
          boxed,
          value instanceof Byte
              ? Type.BYTE_TYPE
              : value instanceof Short ? Type.SHORT_TYPE : Type.INT_TYPE);
    }
  }

  private static void box(GeneratorAdapter code, boolean boxed, Type primitive) {
    if (boxed) {
      code.valueOf(primitive);
    }
  }

  private static GeneratorAdapter method(ClassWriter out, Method method) {
    GeneratorAdapter code = new GeneratorAdapter(ACC_PUBLIC, method, null, null, out);
    code.visitCode();
    return code;
  }

  private static void end(GeneratorAdapter code) {
    code.returnValue();
    code.endMethod();
  }
}
