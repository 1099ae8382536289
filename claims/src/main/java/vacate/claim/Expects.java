// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vacate.explorer.Verdict;
import vacate.explorer.model.MemoryModel;

/**
 * What a judge is expected to say of the test, where that is not what {@link Verifies}, {@link
 * Refutes} and {@link Reproduces} have it say. Hardware may be expected to show both {@link
 * Verdict#OBSERVED} and {@link Verdict#NOT_OBSERVED}, where it depends on the processor and the
 * JIT. The reason for both is given, and for what is not run.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Expects.All.class)
public @interface Expects {
  Verdict[] value();

  Judge of() default Judge.JCSTRESS;

  /** The models of which it is expected; none stands for all of them. */
  MemoryModel[] under() default {};

  /** Why, where the verdict alone does not say it. */
  String because() default "";

  /** Several on one class. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    Expects[] value();
  }
}
