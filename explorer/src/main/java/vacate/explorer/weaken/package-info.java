// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** One ordered access, fence or lock of a program made weaker, the rest left as it is. */
package vacate.explorer.weaken;
