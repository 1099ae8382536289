// SPDX-License-Identifier: GPL-2.0-only
/**
 * What there is to tell of an execution, as data: in kernel functions and states of the page, and
 * what the invariant checker says of the machine that it leaves. Of a defect it is the shortest
 * execution that shows it, and that its cure was proved; of a claim the one that breaks it. Nothing
 * here depends on the machine that it runs on.
 */
package vacate.story;
