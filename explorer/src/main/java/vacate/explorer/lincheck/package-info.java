// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Reads Lincheck's annotations: what may be called of a data structure, with which arguments. */
package vacate.explorer.lincheck;
