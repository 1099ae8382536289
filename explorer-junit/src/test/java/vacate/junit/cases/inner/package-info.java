// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** More of them, of which each says itself how it is to be explored. */
package vacate.junit.cases.inner;
