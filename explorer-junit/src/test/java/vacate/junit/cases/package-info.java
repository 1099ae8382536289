// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Tests with jcstress annotations, for the engine to find. */
package vacate.junit.cases;
