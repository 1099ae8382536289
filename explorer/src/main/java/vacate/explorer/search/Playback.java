// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

/** The code runs again through what was recorded of it, and gets the values that lead along it. */
final class Playback implements Phase {
  private final ThreadMemory memory;
  private final Node[] path;
  private final Phase last;
  private final Stretch stretch;

  /**
   * @param path from the root on, by depth
   * @param last what follows when the code comes to the stretch of that phase
   */
  Playback(ThreadMemory memory, Node[] path, Phase last) {
    this.memory = memory;
    this.path = path;
    this.last = last;
    stretch = new Stretch(memory.notation(), path[0]);
  }

  @Override
  public Node at() {
    return stretch.node();
  }

  @Override
  public long read(int location, int access) {
    if (!stretch.endsWith(location, access, memory.asides().sum())) {
      throw memory.differs(location);
    }
    return goOn().value;
  }

  private Node goOn() {
    Node then = path[at().depth + 1];
    if (then == last.at()) {
      memory.enter(last);
    } else {
      stretch.enter(then);
    }
    return then;
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
  public void await() {
    if (at().end != Node.End.BLOCKED) {
      throw memory.differs();
    }
    memory.beginEndGame();
    goOn();
  }

  @Override
  public void end(Node.End how, Object outcome) {
    throw memory.differs();
  }
}
