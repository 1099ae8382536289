// SPDX-License-Identifier: GPL-2.0-only
/**
 * Classes of java.util.concurrent in terms of VarHandles, for woven code to use in their place. The
 * signatures and memory effects are those of the Javadoc; what is missing cannot be called.
 */
package vacate.explorer.weave.jdk;
