// SPDX-License-Identifier: GPL-2.0-only
package vacate.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type whose methods are barriers, locks or bit operations: what one of them orders is told, and
 * weakened, by its caller's line.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Primitive {}
