// SPDX-License-Identifier: GPL-2.0-only
/** Whether the judge can see: a race that must be seen, and one that must not. */
package vacate.stress.control;
