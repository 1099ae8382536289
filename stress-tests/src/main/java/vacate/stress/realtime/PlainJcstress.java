// SPDX-License-Identifier: GPL-2.0-only
package vacate.stress.realtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jcstress.Main;

/**
 * jcstress as it is, whose forks keep time: what {@code java -jar jcstress.jar} runs. Whoever gives
 * {@code -jvmArgsPrepend} himself gives {@code -javaagent:} with this jar, too, or goes without.
 */
public final class PlainJcstress {
  private static final String OPTION = "-jvmArgsPrepend";

  private PlainJcstress() {}

  /** Takes jcstress's own options. */
  public static void main(String[] args) throws Exception {
    Main.main(keepingTime(args, jar()));
  }

  static String[] keepingTime(String[] args, Path jar) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    if (!all.contains(OPTION)) {
      all.add(OPTION);
      all.add("-javaagent:" + jar);
      all.add(OPTION); // jcstress cuts a single one at its spaces, and the path may have some
      all.add("-Dvacate.timer=agent");
    }
    return all.toArray(String[]::new);
  }

  private static Path jar() throws Exception {
    return Path.of(PlainJcstress.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
