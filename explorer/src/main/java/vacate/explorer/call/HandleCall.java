// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.lang.invoke.WrongMethodTypeException;
import vacate.explorer.heap.Behalf;

/** A call of a signature-polymorphic method of {@code VarHandle}, somewhere in woven code. */
public final class HandleCall {
  private final AccessMode mode;
  private final boolean failsSpuriously;
  private final MethodType type;
  private final MethodHandle inHeap;

  private VarHandle last;
  private MethodHandle trial;

  /**
   * @param type what the call passes behind the handle, and what it makes of the result
   * @param failsSpuriously whether a weak compare-and-set may fail for no reason
   */
  public HandleCall(AccessMode mode, MethodType type, boolean failsSpuriously) {
    this.mode = mode;
    this.failsSpuriously = failsSpuriously;
    this.type = type;
    inHeap =
        MethodHandles.varHandleInvoker(mode, type)
            .asType(type.generic().insertParameterTypes(0, VarHandle.class))
            .asSpreader(Object[].class, type.parameterCount());
  }

  AccessMode mode() {
    return mode;
  }

  boolean failsSpuriously() {
    return failsSpuriously;
  }

  /** Whether a handle that is only called by its own type is called by another. */
  boolean isOtherThan(VarHandle handle) {
    return handle.hasInvokeExactBehavior() && !handle.accessModeType(mode).equals(type);
  }

  /** Operates on the heap, as the call does. */
  public Object inHeap(VarHandle handle, Object[] arguments) throws Throwable {
    return Behalf.call(inHeap, handle, arguments);
  }

  /**
   * Operates on the heap, only to throw what the JDK throws. The result is not the one of the
   * execution; so it is not looked at, nor made what the caller expects.
   */
  void tryInHeap(VarHandle handle, Object[] arguments) throws Throwable {
    if (handle != last) {
      trial = trial(handle);
      last = handle;
    }
    if (trial == null) {
      inHeap(handle, arguments);
    } else {
      Behalf.call(trial, arguments);
    }
  }

  /** Null if the handle cannot be called like this whatever it is given. */
  private MethodHandle trial(VarHandle handle) {
    if (!handle.isAccessModeSupported(mode)) {
      return null;
    }
    MethodHandle operation = handle.toMethodHandle(mode);
    try {
      operation.asType(type);
    } catch (WrongMethodTypeException e) {
      return null;
    }
    return operation
        .asType(type.changeReturnType(operation.type().returnType()))
        .asType(type.generic())
        .asSpreader(Object[].class, type.parameterCount());
  }
}
