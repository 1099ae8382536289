// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Compiled classes under other names: ones that javac would not let anybody have. */
final class Renamed {
  private Renamed() {}

  /** Copies class files, with {@code to} where the name of a class starts with {@code from}. */
  static Path into(Path folder, Path classes, String from, String to) throws IOException {
    Remapper names =
        new Remapper(org.objectweb.asm.Opcodes.ASM9) {
          @Override
          public String map(String name) {
            String old = from.replace('.', '/');
            return name.startsWith(old)
                ? to.replace('.', '/') + name.substring(old.length())
                : name;
          }
        };
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(f -> f.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      ClassWriter writer = new ClassWriter(0);
      reader.accept(new ClassRemapper(writer, names), 0);
      Path target = folder.resolve(names.map(reader.getClassName()) + ".class");
      Files.createDirectories(target.getParent());
      Files.write(target, writer.toByteArray());
    }
    return folder;
  }
}
