// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** jcstress tests: their annotations, actors and results. */
package vacate.explorer.jcstress;
