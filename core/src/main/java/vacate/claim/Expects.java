// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What hardware is expected to show: {@link Verdict#OBSERVED}, {@link Verdict#NOT_OBSERVED}, or
 * both where it depends on the processor and the JIT. The reason for both is given.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Expects {
  Verdict[] value();

  /** Why both are right; empty if only one is. */
  String because() default "";
}
