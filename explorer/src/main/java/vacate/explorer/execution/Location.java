// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.execution;

/** Where an event reads or writes. */
public sealed interface Location {
  /** The last part of its name, if it has parts. */
  default String name() {
    return toString();
  }

  /** What it is called whichever object it is of. */
  String variable();

  /** Whether it is a lock's, and no variable of the program. */
  default boolean isLock() {
    return false;
  }

  /** A field of an object. */
  record Field(Value owner, String name) implements Location {
    /** Whether it is this field of some object of this type. */
    public boolean is(Class<?> type, String field) {
      return owner.type().equals(type.getSimpleName()) && name.equals(field);
    }

    @Override
    public String variable() {
      return owner.type() + "." + name;
    }

    @Override
    public String toString() {
      return owner + "." + name;
    }
  }

  /**
   * A field of a class.
   *
   * @param type simple name of the class
   */
  record StaticField(String type, String name) implements Location {
    @Override
    public String variable() {
      return toString();
    }

    @Override
    public String toString() {
      return type + "." + name;
    }
  }

  /** One of an array's. */
  record Element(Value array, int index) implements Location {
    @Override
    public String variable() {
      return array.type() + "[]";
    }

    @Override
    public String toString() {
      return array + "[" + index + "]";
    }
  }

  /** What {@code synchronized} takes. */
  record Monitor(Value of) implements Location {
    @Override
    public boolean isLock() {
      return true;
    }

    @Override
    public String variable() {
      return of.type();
    }

    @Override
    public String toString() {
      return "monitor of " + of;
    }
  }

  /** A lock of the JDK, which is an object. */
  record Lock(Value lock) implements Location {
    @Override
    public boolean isLock() {
      return true;
    }

    @Override
    public String variable() {
      return lock.type();
    }

    @Override
    public String toString() {
      return lock.toString();
    }
  }

  /**
   * What the JVM keeps with an object.
   *
   * @param what in words that the object follows
   */
  record Hidden(Value of, String what) implements Location {
    @Override
    public String variable() {
      return what + " " + of.type();
    }

    @Override
    public String toString() {
      return what + " " + of;
    }
  }
}
