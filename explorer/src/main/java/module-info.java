// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** Explores every execution that a memory model allows of a jcstress test. */
module vacate.explorer {
  requires java.logging;
  requires org.objectweb.asm;
  requires org.objectweb.asm.commons;
  requires org.objectweb.asm.tree;

  exports vacate.explorer;
  exports vacate.explorer.checkpoint;
  exports vacate.explorer.execution;
  exports vacate.explorer.jcstress;
  exports vacate.explorer.lincheck;
  exports vacate.explorer.linear;
  exports vacate.explorer.model;
  exports vacate.explorer.monitor;
  exports vacate.explorer.search;
  exports vacate.explorer.weaken;
  exports vacate.explorer.weave;
}
