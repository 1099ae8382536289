// SPDX-License-Identifier: GPL-2.0-only
/**
 * The patch's claims as monitors: each looks at every execution of a scenario, and says where its
 * sentence does not hold. {@link Watchman} shows an execution to all of them; {@link Trace} tells
 * it in the kernel's words.
 */
package vacate.watch;
