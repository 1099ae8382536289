// SPDX-License-Identifier: GPL-2.0-only
/**
 * The protocol as posted, before the patch, corrected, and broken on purpose: each a subclass of
 * what it differs from, each difference one overridden step.
 */
package vacate.revision;
