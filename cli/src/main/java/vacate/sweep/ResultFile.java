// SPDX-License-Identifier: GPL-2.0-only
package vacate.sweep;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vacate.scene.Scenario;
import vacate.universe.Shard;
import vacate.universe.Swept;

/**
 * Where a sweep leaves what it has found, a line as soon as a scenario is done, and from where it
 * goes on: what is there is not explored again. A process that is killed loses what was at work.
 */
public final class ResultFile implements Closeable {
  private static final byte END_OF_LINE = '\n';

  /** Holds the lock; to open the file once more and close it would give that up. */
  private final FileChannel channel;

  /** Another way to the same file: a channel is closed if who writes is interrupted. */
  private final FileOutputStream out;

  private final String first;
  private final Map<Scenario, Swept> known;
  private boolean failed;

  private ResultFile(
      FileChannel channel, FileOutputStream out, String first, Map<Scenario, Swept> known) {
    this.channel = channel;
    this.out = out;
    this.first = first;
    this.known = known;
  }

  /**
   * Opens a file, which is made if it is not there.
   *
   * @param scenarios all of the shard
   * @param fresh whether to begin anew, whatever a result file says that is there
   * @throws IOException if it cannot be read or written
   * @throws ResultRefusal if there is something else, or of something else, or another process is
   *     at work on it; then it was not touched
   */
  public static ResultFile open(
      Path path, Terms terms, Shard shard, List<Scenario> scenarios, boolean fresh)
      throws IOException, ResultRefusal {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new ResultRefusal("is no file that can be gone on with");
    }
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      lock(channel);
      byte[] bytes = bytes(channel);
      if (bytes.length > 0 && fresh && !ResultDocument.isOne(bytes)) {
        throw new ResultRefusal("is no result file of a sweep");
      }
      boolean isNew = bytes.length == 0 || fresh;
      String first = ResultDocument.first(terms, shard);
      Map<Scenario, Swept> known = Map.of();
      long length = 0;
      if (!isNew) {
        ResultDocument document = ResultDocument.read(bytes);
        Optional<String> difference = difference(document, terms, shard);
        if (difference.isPresent()) {
          throw new ResultRefusal(difference.get());
        }
        known = document.of(scenarios);
        length = document.length();
      }
      channel.truncate(length);
      ResultFile file =
          new ResultFile(channel, new FileOutputStream(path.toFile(), true), first, known);
      if (isNew) {
        file.write(first);
      }
      return file;
    } catch (IOException | ResultRefusal | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static Optional<String> difference(ResultDocument there, Terms terms, Shard shard) {
    return terms
        .differenceTo(there.terms())
        .or(
            () ->
                there.shard().equals(shard)
                    ? Optional.empty()
                    : Optional.of(Terms.difference("shard", shard, there.shard())));
  }

  private static void lock(FileChannel channel) throws IOException, ResultRefusal {
    boolean isOurs;
    try {
      isOurs = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      isOurs = false;
    }
    if (!isOurs) {
      throw new ResultRefusal("is being written by another sweep");
    }
  }

  private static byte[] bytes(FileChannel channel) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer part = ByteBuffer.allocate(1 << 16);
    while (channel.read(part) >= 0) {
      all.write(part.array(), 0, part.position());
      part.clear();
    }
    return all.toByteArray();
  }

  /** What was there when it was opened. */
  public Map<Scenario, Swept> known() {
    return Map.copyOf(known);
  }

  /**
   * Keeps what was found of a scenario, if that was not broken off. By one thread at a time.
   *
   * @throws IOException if it cannot be written; then nothing is from now on
   */
  public void add(Swept swept) throws IOException {
    if (swept.whole() && !failed) {
      write(SealedLine.of(SweptJson.toMap(swept), first));
    }
  }

  private void write(String line) throws IOException {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[text.length + 1];
    System.arraycopy(text, 0, whole, 0, text.length);
    whole[text.length] = END_OF_LINE;
    failed = true; // a part of a line must be the last of a file
    out.write(whole);
    failed = false;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      out.close();
    }
  }
}
