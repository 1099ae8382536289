// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vacate.explorer.weave.ProgramLoader;

/**
 * Checkpoints of a run in a file, which is always a whole one: it is written beside and renamed.
 */
public final class CheckpointFile implements Checkpoints {
  private final Path file;
  private final List<String> of;
  private final ProgramLoader program;
  private final Consumer<String> begunAnew;
  private final AtomicLong round = new AtomicLong();
  private final Map<String, String> met = new LinkedHashMap<>();
  private final Map<String, List<String>> states = new LinkedHashMap<>();

  /** Those of which somebody wanted to know, or has said, how far they are. */
  private final Set<String> current = new HashSet<>();

  /**
   * @param file that is written
   * @param of what is explored and how: for what differs in that a checkpoint is of no use
   * @param program what is explored
   * @param begunAnew is told which exploration could not go on
   */
  public CheckpointFile(
      Path file, List<String> of, ProgramLoader program, Consumer<String> begunAnew) {
    this.file = file.toAbsolutePath();
    this.of = List.copyOf(of);
    this.program = program;
    this.begunAnew = begunAnew;
  }

  /**
   * Knows from now on what a checkpoint says, which may be in the same file or another.
   *
   * @throws IOException if it cannot be read
   * @throws Refusal if it is none, or of something else
   */
  public synchronized void read(Path from) throws IOException, Refusal {
    Document read = Document.read(Files.readAllBytes(from));
    for (int i = 0; i < Math.max(of.size(), read.of().size()); i++) {
      String here = i < of.size() ? of.get(i) : "nothing more";
      String there = i < read.of().size() ? read.of().get(i) : "nothing more";
      if (!here.equals(there)) {
        throw new Refusal("is of something else: it has " + there + " where there is " + here);
      }
    }
    for (Map.Entry<String, String> known : read.classes().entrySet()) {
      if (!known.getValue().equals(program.digest(known.getKey()))) {
        String name = known.getKey().replace('/', '.');
        throw new Refusal("is of another program: the class " + name + " has changed since");
      }
    }
    met.putAll(read.classes());
    states.putAll(read.states());
  }

  /** Asks all explorations how far they are; they say it at their next execution. */
  public void ask() {
    round.incrementAndGet();
  }

  /** Writes what is known. */
  public synchronized void write() throws IOException {
    met.putAll(program.digests());
    byte[] bytes = new Document(of, met, states).bytes();
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path beside = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      try (FileChannel out =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Removes it: there is nothing to go on with. */
  public synchronized void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Whether some exploration of this run is not over. */
  public synchronized boolean hasUnfinished() {
    return current.stream()
        .map(states::get)
        .filter(Objects::nonNull)
        .anyMatch(state -> !Lines.of(state).isNext(OVER));
  }

  @Override
  public long round(long executions) {
    return round.get();
  }

  @Override
  public synchronized void keep(String exploration, Lines state) {
    current.add(exploration);
    states.put(exploration, state.all());
  }

  @Override
  public synchronized Optional<Lines> find(String exploration) {
    current.add(exploration);
    return Optional.ofNullable(states.get(exploration)).map(Lines::of);
  }

  @Override
  public void begunAnew(String exploration) {
    begunAnew.accept(exploration);
  }
}
