// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test shows the defect: its bad outcomes are expected to be seen. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reproduces {
  Defect[] value();
}
