// SPDX-License-Identifier: GPL-2.0-only
package vacate.claim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a jcstress test does, actor by actor, or the tests that are nested in a class: {@code
 * partial: free(0) | vacate}. jcstress wants the actors written down; this says the same in the
 * words in which the other judges have it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Plays {
  /** A {@link vacate.scene.Scenario}, as it writes itself. */
  String value();
}
