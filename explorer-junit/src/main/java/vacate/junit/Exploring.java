// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;
import vacate.explorer.Bounds;
import vacate.explorer.WrittenTime;
import vacate.explorer.model.MemoryModel;

/**
 * How a class with {@code @JCStressTest} is explored, or those within a class, where that is not as
 * the configuration of the run says. The nearest one counts, and it alone; what it leaves out is as
 * configured.
 *
 * <p>It also tells IDEs that the class is one that can be run.
 */
@Testable
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exploring {
  /** Under which memory models. */
  MemoryModel[] models() default {};

  /**
   * The models under which the test is broken, and meant to be: it fails where it is not refuted.
   */
  MemoryModel[] refutedUnder() default {};

  /** How often a loop may go round that is no spin wait, see {@link Bounds#loop}. */
  int loopBound() default 0;

  /** After how many executions the test is given up, see {@link Bounds#executions}. */
  long maxExecutions() default 0;

  /**
   * After how long the test is given up, under all its models.
   *
   * @see WrittenTime
   */
  String maxTime() default "";

  /** Whether an outcome that is {@code ACCEPTABLE_INTERESTING} refutes the test, too. */
  boolean strict() default false;

  /**
   * Whether a test that was not exhausted passes if nothing forbidden was found in what was
   * visited.
   */
  boolean boundedIsEnough() default false;
}
