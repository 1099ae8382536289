// SPDX-License-Identifier: GPL-2.0-only
package vacate.explorer;

import java.util.List;
import vacate.explorer.jcstress.*;
import vacate.explorer.model.MemoryModel;

public class SamplesProbe {
  public static void main(String[] a) throws Exception {
    TestReader r = new TestReader(SamplesProbe.class.getClassLoader());
    java.util.jar.JarFile jar = new java.util.jar.JarFile(a[0]);
    List<String> names =
        jar.stream()
            .map(e -> e.getName())
            .filter(n -> n.endsWith(".class") && !n.contains("_jcstress") && n.startsWith(a[1]))
            .map(n -> n.substring(0, n.length() - 6).replace('/', '.'))
            .sorted()
            .toList();
    for (String n : names) {
      var t = r.read(n);
      if (t.isEmpty()) continue;
      for (MemoryModel m :
          a.length > 2 ? new MemoryModel[] {MemoryModel.of(a[2])} : MemoryModel.values()) {
        Result res =
            Explorer.explore(
                t.get(), SamplesProbe.class.getClassLoader(), m, new Bounds(20, 1000000));
        System.out.println(
            res.test().replaceAll(".*samples.", "")
                + " "
                + m
                + " "
                + res.verdict()
                + " "
                + res.executions()
                + "/"
                + res.blocked()
                + " "
                + Math.round(res.millis())
                + "ms "
                + (res.reason() == null ? "" : res.reason()));
        for (Outcome o : res.outcomes())
          System.out.println("     " + o.id() + " : " + o.expect() + " " + o.executions());
      }
    }
  }
}
