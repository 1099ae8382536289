// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

/** A loader that keeps what weaving the classes that it finds has come to. */
interface WovenPrograms {
  /** What is kept, where the classes of the JDK are that to the program. */
  WovenProgram program(JdkUse use);
}
