// SPDX-License-Identifier: GPL-2.0-only
/**
 * What the operations of a scenario may answer if one comes after the other, and whether a run of
 * several at a time can be told as such: the sequential specification that all judges share.
 */
package vacate.spec;
