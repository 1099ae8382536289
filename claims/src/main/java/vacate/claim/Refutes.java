// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test's bad outcomes break the claims, and are expected to be seen. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Refutes {
  /** Claims as they stand. */
  Claim[] value();

  /** Of these, the ones that are broken with their {@link Qualifier}, too. */
  Claim[] qualified() default {};
}
