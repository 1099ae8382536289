// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/**
 * Classes that woven code has in place of ones of java.util.concurrent: written with VarHandles,
 * the locks with hooks, and woven themselves. The signatures and memory effects are those of the
 * Javadoc; what is missing cannot be called.
 */
package vacate.explorer.standin;
