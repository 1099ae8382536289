// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Memory models: which execution graphs are consistent. */
package vacate.explorer.model;
