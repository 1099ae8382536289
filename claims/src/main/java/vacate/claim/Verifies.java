// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test's bad outcomes would break the claims, or show the defects; they are expected not to be
 * seen. A claim that is false as the patch has it, in the revision under test, is verified in its
 * qualified form only: else a proof would stand beside a false sentence.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Verifies {
  /** Claims as they stand. */
  Claim[] value() default {};

  /** Claims with their {@link Qualifier}, whose condition the test's scene fulfils. */
  Claim[] qualified() default {};

  /** Defects that are cured in the revision under test. */
  Defect[] cures() default {};
}
