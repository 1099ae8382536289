// SPDX-License-Identifier: GPL-2.0-only
/** How the command uses the machine's processors; knows nothing of what it runs. */
package vacate.work;
