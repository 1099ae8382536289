// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What touches nothing that another CPU writes meanwhile: a checker that runs interleavings need
 * not look into it. Of a type it is said of every method that does not say otherwise.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Unshared {
  /** Why nobody else writes it. */
  String because() default "";

  /** Whether it is so at any grain, or only where steps are merged. */
  boolean always() default false;

  /** False where a type is unshared and this method of it is not. */
  boolean value() default true;
}
