// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer.search;

/** The code runs again through the last that was recorded of it, only to see that it does so. */
final class Verification implements Phase {
  private final Tape tape;
  private final Stretch stretch;

  Verification(Tape tape, Node last) {
    this.tape = tape;
    stretch = new Stretch(tape.notation(), last);
  }

  @Override
  public Node at() {
    return stretch.node();
  }

  @Override
  public long read(int location, int access) throws Stop {
    if (!stretch.endsWith(location, access, tape.asides().sum())) {
      throw tape.differs();
    }
    throw Stop.INSTANCE;
  }

  @Override
  public void step(int access, int location, long value) {
    if (!stretch.goesOnWith(access, location, value)) {
      throw tape.differs();
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
    if (!stretch.ends(how, tape.asides().sum())) {
      throw tape.differs();
    }
  }
}
