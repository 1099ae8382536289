// SPDX-License-Identifier: GPL-2.0-only
package vacate.slub;

import vacate.mm.MemMap;

/** {@code ctor}: brings a fresh object into the state in which it is handed out and given back. */
@FunctionalInterface
public interface Constructor {
  void construct(MemMap memory, long object);
}
