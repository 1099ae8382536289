// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.slub.Constructor;
import vacate.slub.KmemCache;
import vacate.slub.KmemCacheNode;
import vacate.slub.KmemCacheOps;

/**
 * What a cache was when it was made. None of it ever changes while the cache lives, so whoever
 * checks a machine goes by this and not by what the cache has become.
 */
public record Blueprint(
    KmemCache cache,
    int flags,
    int size,
    int objsize,
    int offset,
    int inuse,
    int order,
    int objects,
    int refcount,
    Constructor ctor,
    KmemCacheOps ops,
    KmemCacheNode node) {
  /** Of a cache that was just created. */
  public static Blueprint of(KmemCache s) {
    return new Blueprint(
        s,
        s.flags,
        s.size,
        s.objsize,
        s.offset,
        s.inuse,
        s.order,
        s.objects,
        s.refcount,
        s.ctor,
        s.ops,
        s.getNode());
  }

  /** Whether the cache was not destroyed. */
  boolean lives() {
    return !cache.isFreed();
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  int pages() {
    return 1 << order;
  }

  /** The first field of the cache that is not what it was, or null. */
  String changedField() {
    if (cache.flags != flags) {
      return "flags";
    }
    if (cache.size != size) {
      return "size";
    }
    if (cache.objsize != objsize) {
      return "objsize";
    }
    if (cache.offset != offset) {
      return "offset";
    }
    if (cache.inuse != inuse) {
      return "inuse";
    }
    if (cache.order != order) {
      return "order";
    }
    if (cache.objects != objects) {
      return "objects";
    }
    if (cache.refcount != refcount) {
      return "refcount";
    }
    if (cache.ctor != ctor) {
      return "ctor";
    }
    if (cache.ops != ops) {
      return "ops";
    }
    return cache.localNode == node ? null : "local_node";
  }

  @Override
  public String toString() {
    return cache.toString();
  }
}
