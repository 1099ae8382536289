// SPDX-License-Identifier: GPL-2.0-only
/** The jcstress tests that are measured and are no evidence for anything. */
package vacate.cli.bench.cases;
