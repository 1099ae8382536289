// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vacate.explorer.execution.Frame;

/** Where the instructions of one loader's classes are in the source; to look it up takes long. */
public final class SourceLines {
  private record Instruction(Class<?> type, String method, String descriptor, int index) {}

  private final Map<Instruction, Optional<Frame>> frames = new ConcurrentHashMap<>();

  SourceLines() {}

  /**
   * @param f of one of the loader's classes
   * @return empty if nobody has written it: a stand-in's, or what stands between a method reference
   *     and the method
   */
  public Optional<Frame> of(StackWalker.StackFrame f) {
    return frames.computeIfAbsent(
        new Instruction(
            f.getDeclaringClass(), f.getMethodName(), f.getDescriptor(), f.getByteCodeIndex()),
        i -> isWritten(i) ? Optional.of(new Frame(f.toStackTraceElement())) : Optional.empty());
  }

  private static boolean isWritten(Instruction i) {
    return !i.type().isHidden()
        && !StandIns.isStandIn(i.type().getName().replace('.', '/'))
        && !MethodReferences.isBetween(i.method());
  }
}
