// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.hook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import vacate.explorer.weave.WeavingLoader;

/**
 * Which services the class path of a program has. Public, as {@link Hooks}, only because woven
 * classes are the users'.
 */
public final class ServiceHooks {
  /** By which SLF4J finds what writes its log. */
  private static final String OF_LOGS = "org.slf4j.spi.SLF4JServiceProvider";

  private static final String OWNER = "java.util.ServiceLoader.";
  private static final String CALLED = OWNER + "load";

  private ServiceHooks() {}

  /**
   * The names of the classes that provide a service, as setup finds them. A log is nobody's: it is
   * for people, and a program does without.
   */
  public static String[] providers(Class<?> service) {
    VirtualMachine m = VirtualMachine.current();
    if (!(service.getClassLoader() instanceof WeavingLoader loader)) {
      Unchecked.run(() -> refuse(m, CALLED + " of the JDK's " + service.getName()));
      return new String[0];
    }
    if (m != null) {
      Unchecked.run(() -> m.lots.looksForServices(CALLED));
    }
    Set<String> names = new LinkedHashSet<>();
    try {
      String file = "META-INF/services/" + service.getName();
      for (URL url : Collections.list(loader.getParent().getResources(file))) {
        read(url, names);
      }
    } catch (IOException e) {
      Unchecked.run(() -> refuse(m, CALLED + ", whose files cannot be read"));
    }
    if (service.getName().equals(OF_LOGS) && !names.isEmpty()) {
      if (m != null) {
        m.lots.logsNothing();
      }
      return new String[0];
    }
    return names.toArray(String[]::new);
  }

  /** Somebody comes to the providers, by a method of this name: setup may, and no actor. */
  public static void used(String method) {
    VirtualMachine m = VirtualMachine.current();
    if (m != null) {
      Unchecked.run(() -> m.lots.looksForServices(OWNER + method));
    }
  }

  private static void refuse(VirtualMachine m, String what) throws vacate.explorer.search.Stop {
    if (m != null) {
      m.refusals.refuseIf("calls " + what);
    }
  }

  private static void read(URL url, Set<String> names) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
      lines.lines().map(l -> l.replaceFirst("#.*", "").trim()).forEach(names::add);
    }
    names.remove("");
  }
}
