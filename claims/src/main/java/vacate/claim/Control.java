// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test says nothing of the protocol; it shows whether the judge can see at all. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Control {
  /** What the test checks, in a few words. */
  String value();
}
