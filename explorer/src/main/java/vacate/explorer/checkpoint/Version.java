// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.checkpoint;

import vacate.explorer.weave.Digest;

/** What has a part in where a search is besides the program: the explorer's own code, and Java. */
final class Version {
  /** One word for the code, and one for Java. */
  static final String WORDS = Digest.ofCode(Version.class) + " " + Runtime.version();

  private Version() {}
}
