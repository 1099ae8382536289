// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** The code runs again through the last that was recorded of it, only to see that it does so. */
final class Verification implements Phase {
  private final ThreadMemory memory;
  private final Stretch stretch;

  Verification(ThreadMemory memory, Node last) {
    this.memory = memory;
    stretch = new Stretch(memory.notation(), last);
  }

  @Override
  public Node at() {
    return stretch.node();
  }

  @Override
  public long read(int location, int access) throws Stop {
    if (!stretch.endsWith(location, access, memory.asides().sum())) {
      throw memory.differs(location);
    }
    throw Stop.INSTANCE;
  }

  @Override
  public void step(int access, int location, long value) {
    if (!stretch.goesOnWith(access, location, value)) {
      throw memory.differs(location);
    }
  }

  @Override
  public void fenceBefore(int access) {
    stretch.skipInsertedFence();
  }

  @Override
  public void await() throws Stop {
    end(Node.End.BLOCKED, null);
    throw Stop.INSTANCE;
  }

  @Override
  public void end(Node.End how, Object outcome) {
    if (!stretch.ends(how, memory.asides().sum())) {
      throw memory.differs();
    }
  }
}
