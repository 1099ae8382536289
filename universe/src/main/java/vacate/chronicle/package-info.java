// SPDX-License-Identifier: GPL-2.0-only
/** What was wrong with the versions that were posted, explored: each defect in each version. */
package vacate.chronicle;
