// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vacate.explorer.execution.Frame;

/** Where the instructions of one loader's classes are in the source; to look it up takes long. */
public final class SourceLines {
  private record Instruction(Class<?> type, String method, String descriptor, int index) {}

  private final Map<Instruction, Frame> frames = new ConcurrentHashMap<>();

  SourceLines() {}

  public Frame of(StackWalker.StackFrame f) {
    return frames.computeIfAbsent(
        new Instruction(
            f.getDeclaringClass(), f.getMethodName(), f.getDescriptor(), f.getByteCodeIndex()),
        i -> new Frame(f.toStackTraceElement()));
  }
}
