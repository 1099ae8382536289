// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Explores every execution that a memory model allows of a jcstress test. */
package vacate.explorer;
