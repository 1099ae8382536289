// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Small jcstress tests, each of one thing that the weaver must understand or refuse. */
package vacate.explorer.cases;
