// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * What the methods of a test are given, and the test itself where it is a state.
 *
 * @param states binary names of the classes with {@code @State}
 * @param results binary names of the classes with {@code @Result}
 * @param others what else there is: a parameter, and whose
 */
record Parts(List<String> states, List<String> results, List<String> others) {
  private static final String THREAD = "java.lang.Thread";

  /**
   * @param signals of a termination test: they may be given the actor's thread
   */
  static Parts of(
      ClassFiles classes, ClassNode test, List<TestMethod> methods, List<TestMethod> signals) {
    Set<String> states = new LinkedHashSet<>();
    Set<String> results = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (TestMethod m : methods) {
      for (Type type : Type.getArgumentTypes(m.descriptor())) {
        String name = type.getClassName();
        if (name.equals(THREAD) && signals.contains(m)) {
          continue;
        }
        if (type.getSort() != Type.OBJECT) {
          others.add(name + " in " + m.name());
        } else if (classes.isResult(name)) {
          results.add(name);
        } else if (classes.isState(classes.parse(type.getInternalName()))) {
          states.add(name);
        } else {
          others.add(name + " in " + m.name());
        }
      }
    }
    if (classes.isState(test)) {
      states.add(test.name.replace('/', '.'));
    }
    return new Parts(List.copyOf(states), List.copyOf(results), List.copyOf(others));
  }
}
