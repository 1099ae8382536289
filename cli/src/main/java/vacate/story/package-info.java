// SPDX-License-Identifier: GPL-2.0-only
/**
 * What there is to tell of a defect, as data: the shortest execution that shows it, in kernel
 * functions and states of the page, what the invariant checker says of the machine that it leaves,
 * and that its cure was proved. Nothing here depends on the machine that it runs on.
 */
package vacate.story;
