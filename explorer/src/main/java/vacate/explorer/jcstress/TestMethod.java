// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.jcstress;

/**
 * A method of a test, as the class file tells it from others of its name.
 *
 * @param descriptor of its parameters and what it returns, JVMS 4.3.3
 */
public record TestMethod(String name, String descriptor) {}
