// SPDX-License-Identifier: GPL-2.0-only
package vacate.invariant;

import vacate.kernel.Cpu;
import vacate.kernel.CrossCall;
import vacate.mm.MemMap;
import vacate.mm.Page;
import vacate.slub.SlabFlag;

/** The only wrecks that need not be found, and why none of them can matter. */
enum Exempt {
  STALE_INDEX("index of a page that is no slab: new_slab stores freelist before PageSlab is set") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      return wreck.cell().is(Page.class, "freelist")
          && !page(wreck).isSlab()
          && isUsable(world, page(wreck));
    }
  },
  STALE_PRIVATE(
      "private of a page that is neither slab nor tail page: prep_new_page and prep_compound_page"
          + " store it before anybody reads it") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      return wreck.cell().is(Page.class, "locklessFreelist")
          && !page(wreck).isSlab()
          && !page(wreck).isTail()
          && isUsable(world, page(wreck));
    }
  },
  MEMORY_OF_NO_SLAB(
      "memory of a page that is no slab: new_slab writes what it will read, the users"
          + " of a slab that waits for a grace period must expect to find anything") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      return wreck.cell().is(MemMap.class, "words") && slabAt(world, wreck) == null;
    }
  },
  PADDING(
      "what is behind an object or a slab's last one, if the cache has no poison: nobody reads it") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      Blueprint s = slabAt(world, wreck);
      if (s == null || s.has(SlabFlag.SLAB_POISON)) {
        return false;
      }
      int tracks = s.has(SlabFlag.SLAB_STORE_USER) ? 2 : 0;
      return isBehindTheLastObject(world, wreck)
          || wordInSlab(world, wreck) % s.size() >= endOfFreepointer(s) + tracks;
    }
  },
  WORDS_OF_THE_USER("the words of an object in use, or free and not poisoned, are its user's") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      Blueprint s = slabAt(world, wreck);
      if (s == null || isBehindTheLastObject(world, wreck)) {
        return false;
      }
      int word = wordInSlab(world, wreck) % s.size();
      boolean holdsFreePointer = isFree(world, wreck) && word == s.offset();
      boolean holdsPoison = isFree(world, wreck) && s.has(SlabFlag.OBJECT_POISON);
      return word < s.objsize() && !holdsFreePointer && !holdsPoison;
    }
  },
  STALE_FREE_POINTER(
      "the free pointer of an object in use, if it leads to an object of the slab or"
          + " is NULL: the free stores it before anybody follows it") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      Blueprint s = slabAt(world, wreck);
      return s != null
          && s.offset() != 0
          && !isBehindTheLastObject(world, wreck)
          && !isFree(world, wreck)
          && wordInSlab(world, wreck) % s.size() == s.offset()
          && isObject(world, s, slab(world, wreck), (long) wreck.value());
    }
  },
  ANOTHER_TRACK("a track that names another CPU of the machine: it could have been that one") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      Blueprint s = slabAt(world, wreck);
      if (s == null || !s.has(SlabFlag.SLAB_STORE_USER) || isBehindTheLastObject(world, wreck)) {
        return false;
      }
      int word = wordInSlab(world, wreck) % s.size();
      int alloc = endOfFreepointer(s);
      boolean mayBeNobody = word == alloc + 1 && !isFree(world, wreck);
      boolean neverUsed = isFree(world, wreck) && (long) wreck.cell().get() == 0;
      long track = (long) wreck.value();
      return (word == alloc || word == alloc + 1)
          && !neverUsed
          && track >= (mayBeNobody ? 0 : 1)
          && track <= world.machine().cpus.length;
    }
  },
  IDLE_OR_NOT("whether a CPU has gone idle: at rest each may have, or be about to do more") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      return wreck.cell().is(Cpu.class, "idle") || wreck.cell().is(Cpu.class, "calledBack");
    }
  },
  CALLED_OR_NOT(
      "whether somebody runs as a CPU, and what CPUs were called for last: who calls one waits for"
          + " its answer, so at rest nobody is called") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      return wreck.cell().is(Cpu.class, "work") || wreck.cell().is(CrossCall.class, "function");
    }
  },
  KMALLOC_TO_FAIL("which kmalloc is to fail is what a test asks for and no state of the machine") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      return wreck.cell().is(Cpu.class, "kmallocsUntilFailure");
    }
  },
  FORGOTTEN("what a CPU has freed, of which a kernel keeps nothing") {
    @Override
    boolean covers(Damageable world, Wreck wreck) {
      return wreck.cell().is(Cpu.class, "kfreed");
    }
  };

  final String reason;

  Exempt(String reason) {
    this.reason = reason;
  }

  /** Whether the wreck is one of these; the machine is sound when this is asked. */
  abstract boolean covers(Damageable world, Wreck wreck);

  private static Page page(Wreck wreck) {
    return (Page) wreck.cell().owner();
  }

  /** Page 0 is nobody's, and so is the page to which poison leads. */
  private static boolean isUsable(Damageable world, Page page) {
    return page.pfn > 0 && page.pfn < world.machine().memMap.frames();
  }

  /** The head page of the slab in whose memory the word is. */
  private static Page slab(Damageable world, Wreck wreck) {
    return world.machine().memMap.virtToHeadPage(wreck.cell().index());
  }

  /** The cache of the slab in whose memory the word is; null if it is in none. */
  private static Blueprint slabAt(Damageable world, Wreck wreck) {
    if (!wreck.cell().is(MemMap.class, "words") || !slab(world, wreck).isSlab()) {
      return null;
    }
    return world.caches().stream()
        .filter(s -> s.cache() == slab(world, wreck).slab)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isBehindTheLastObject(Damageable world, Wreck wreck) {
    Blueprint s = slabAt(world, wreck);
    return s != null && wordInSlab(world, wreck) >= s.objects() * s.size();
  }

  /** Where tracks begin, in words from an object's start. */
  private static int endOfFreepointer(Blueprint s) {
    return s.offset() == 0 ? s.inuse() : s.offset() + 1;
  }

  private static int wordInSlab(Damageable world, Wreck wreck) {
    return wreck.cell().index() - (int) world.machine().memMap.address(slab(world, wreck));
  }

  /** Whether the object in which the word is is on a freelist. */
  private static boolean isFree(Damageable world, Wreck wreck) {
    Page page = slab(world, wreck);
    Blueprint s = slabAt(world, wreck);
    long object =
        world.machine().memMap.address(page) + wordInSlab(world, wreck) / s.size() * s.size();
    for (long first : new long[] {page.freelist, page.locklessFreelist}) {
      for (long at = first; at != 0; at = world.machine().memMap.load(at + s.offset())) {
        if (at == object) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isObject(Damageable world, Blueprint s, Page page, long pointer) {
    long distance = pointer - world.machine().memMap.address(page);
    return pointer == 0
        || distance >= 0 && distance < (long) s.objects() * s.size() && distance % s.size() == 0;
  }
}
