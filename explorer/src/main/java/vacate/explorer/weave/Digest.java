// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.weave;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** SHA-256, in hexadecimal. */
public final class Digest {
  private Digest() {}

  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /**
   * Of all files in the folder or jar that a class comes from, whichever of them it is; not of what
   * describes the jar.
   */
  public static String ofCode(Class<?> one) {
    Map<String, String> digests = new TreeMap<>();
    try {
      Path code = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        inFolder(code, digests);
      } else {
        inJar(code, digests);
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the code of " + one.getName() + " is not found", e);
    }
    digests.keySet().removeIf(name -> name.startsWith("META-INF/"));
    return of(digests.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void inFolder(Path folder, Map<String, String> digests) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      digests.put(name, of(Files.readAllBytes(file)));
    }
  }

  private static void inJar(Path jar, Map<String, String> digests) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          digests.put(entry.getName(), of(in.readAllBytes()));
        }
      }
    }
  }
}
