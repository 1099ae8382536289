// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
/** The explorer in builds that run tests on the JUnit Platform. */
module vacate.junit {
  requires transitive vacate.explorer;
  requires transitive org.junit.platform.engine;
  requires org.opentest4j;

  exports vacate.junit;

  provides org.junit.platform.engine.TestEngine with
      vacate.junit.VacateTestEngine;
}
