// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which function of the kernel a method is, or is a part of. Whoever tells of the port in the
 * kernel's words asks for it, {@code vacate.port.KernelNames}, and nothing but it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Kernel {
  /** As the kernel spells it. */
  String value();

  /**
   * Whether the method is told as part of whoever calls it: a macro, a line or a few that are no
   * function of their own, or a function that is beneath what is told.
   */
  boolean inlined() default false;
}
