// SPDX-License-Identifier: GPL-2.0-only
package vacate.mutants;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vacate.explorer.model.MemoryModel;
import vacate.sweep.Fingerprint;
import vacate.sweep.SealedLine;

/**
 * Where what became of mutants is kept, a line each as soon as it is known, and from where a run
 * goes on. The first line says of which program and question; what was cut off in the midst of a
 * line is forgotten.
 */
public final class FateFile implements Closeable {
  private static final String FORMAT = "format";
  private static final String NAME = "vacate mutants";

  private final FileChannel channel;
  private final String first;
  private final Map<String, Fate> known;

  private FateFile(FileChannel channel, String first, Map<String, Fate> known) {
    this.channel = channel;
    this.first = first;
    this.known = known;
  }

  /**
   * Opens a file, which is made if it is not there.
   *
   * @param fresh whether to begin anew, whatever a result file says that is there
   * @throws IOException if it cannot be read or written, or is of something else; then it was not
   *     touched
   */
  public static FateFile open(
      Path path, Fingerprint program, MemoryModel model, int size, long most, boolean fresh)
      throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException("it is no file that can be gone on with");
    }
    String first = first(program, model, size, most);
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      lock(channel);
      String there = wholeLines(channel);
      if (!there.isEmpty() && !there.startsWith("{\"" + FORMAT + "\":\"" + NAME + "\"")) {
        throw new IOException("it is no result file of this command");
      }
      boolean isNew = there.isEmpty() || fresh;
      FateFile file = new FateFile(channel, first, isNew ? Map.of() : known(there, first));
      channel.truncate(isNew ? 0 : there.getBytes(StandardCharsets.UTF_8).length);
      channel.position(channel.size());
      if (isNew) {
        file.write(first);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel) throws IOException {
    boolean isOurs;
    try {
      isOurs = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      isOurs = false;
    }
    if (!isOurs) {
      throw new IOException("another run is at work on it");
    }
  }

  private static String first(Fingerprint program, MemoryModel model, int size, long most) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(FORMAT, NAME);
    members.put("version", 1);
    members.put("core", program.core());
    members.put("universe", program.universe());
    members.put("explorer", program.explorer());
    members.put("asm", program.asm());
    members.put("java", program.java());
    members.put("model", model.id());
    members.put("size", size);
    members.put("maxExecutions", most);
    return SealedLine.of(members, "");
  }

  private static String wholeLines(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      continue;
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    return text.isEmpty() || text.indexOf('\n') >= 0
        ? text.substring(0, text.lastIndexOf('\n') + 1)
        : text;
  }

  private static Map<String, Fate> known(String text, String first) throws IOException {
    Map<String, Fate> known = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    if (!lines.get(0).equals(first)) {
      throw new IOException("it is of another program, or another question; --fresh begins anew");
    }
    for (String line : lines.subList(1, lines.size())) {
      try {
        Fate fate = Fate.of(SealedLine.read(line, first));
        known.put(fate.id(), fate);
      } catch (IllegalArgumentException e) {
        throw new IOException("it is damaged: " + e.getMessage(), e);
      }
    }
    return known;
  }

  /** What was there when it was opened, by the mutants' ids. */
  Map<String, Fate> known() {
    return new HashMap<>(known);
  }

  /** Keeps one. By one thread at a time. */
  void add(Fate fate) throws IOException {
    write(SealedLine.of(fate.toMap(), first));
  }

  private void write(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
