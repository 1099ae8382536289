// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
  private static final String CODE = Digest.class.getName().replace('.', '/') + ".class";
  private static final String OTHER = "a/list.txt";

  @TempDir Path folder;

  private static String digest(Path code) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {code.toUri().toURL()}, null)) {
      return Digest.ofCode(loader.loadClass(Digest.class.getName()));
    }
  }

  private static byte[] code() throws IOException {
    try (InputStream in = Digest.class.getResourceAsStream("Digest.class")) {
      return in.readAllBytes();
    }
  }

  private Path jar(String list, String manifest) throws IOException {
    Path jar = Files.createTempFile(folder, "code", ".jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      put(zip, "META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
      put(zip, OTHER, list.getBytes(StandardCharsets.UTF_8));
      put(zip, CODE, code());
    }
    return jar;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private Path unpacked(String list) throws IOException {
    Path root = Files.createDirectory(folder.resolve("classes"));
    Files.createDirectories(root.resolve(CODE).getParent());
    Files.write(root.resolve(CODE), code());
    Files.createDirectories(root.resolve(OTHER).getParent());
    Files.writeString(root.resolve(OTHER), list);
    return root;
  }

  @Test
  void isTheSameOfAJarAndOfTheFolderThatItWasMadeOf() throws Exception {
    assertThat(digest(jar("one", "Built: today\n"))).isEqualTo(digest(unpacked("one")));
  }

  @Test
  void whatDescribesTheJarDoesNotMatter() throws Exception {
    assertThat(digest(jar("one", "A: 1\n"))).isEqualTo(digest(jar("one", "A: 2\n")));
  }

  @Test
  void aFileThatIsAnotherDoes() throws Exception {
    assertThat(digest(jar("one", "A: 1\n"))).isNotEqualTo(digest(jar("two", "A: 1\n")));
  }
}
