// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import vacate.explorer.search.Litmus.Instruction;

/**
 * An operational machine: threads in turn, each with a store buffer. Without buffers it is SC; one
 * queue a thread is TSO; a queue that lets stores to different locations overtake is PSO.
 */
final class StoreBufferMachine {
  enum Buffer {
    NONE,
    FIFO,
    BY_LOCATION
  }

  /** A waiting store, or with no location a mark that later stores do not pass. */
  private record Entry(String location, long value, boolean last) {}

  private record State(
      int[] pc,
      List<List<Entry>> buffers,
      TreeMap<String, Long> memory,
      TreeMap<String, Long> read) {
    State copy() {
      List<List<Entry>> copies = new ArrayList<>();
      buffers.forEach(b -> copies.add(new ArrayList<>(b)));
      return new State(pc.clone(), copies, new TreeMap<>(memory), new TreeMap<>(read));
    }

    String key() {
      return Arrays.toString(pc) + buffers + memory + read;
    }
  }

  private final Litmus program;
  private final Buffer kind;
  private final Set<String> seen = new HashSet<>();
  final Set<Object> outcomes = new HashSet<>();

  StoreBufferMachine(Litmus program, Buffer kind) {
    this.program = program;
    this.kind = kind;
    List<List<Entry>> buffers = new ArrayList<>();
    program.code.forEach(t -> buffers.add(new ArrayList<>()));
    TreeMap<String, Long> memory = new TreeMap<>();
    program.locations.forEach(l -> memory.put(l, 0L));
    visit(new State(new int[program.code.size()], buffers, memory, new TreeMap<>()));
  }

  private void visit(State s) {
    if (!seen.add(s.key())) {
      return;
    }
    boolean done = true;
    for (int t = 0; t < program.code.size(); t++) {
      done &= s.pc[t] == program.code.get(t).size() && s.buffers.get(t).isEmpty();
      drain(s, t);
      if (s.pc[t] < program.code.get(t).size()) {
        step(s, t, program.code.get(t).get(s.pc[t]));
      }
    }
    if (done) {
      TreeMap<String, Long> outcome = new TreeMap<>();
      program.results().forEach(r -> outcome.put(r, s.read.getOrDefault(r, 0L)));
      outcome.putAll(s.memory);
      outcomes.add(outcome);
    }
  }

  private void drain(State s, int t) {
    List<Entry> buffer = s.buffers.get(t);
    for (int i = 0; i < buffer.size(); i++) {
      Entry e = buffer.get(i);
      if (e.location == null && i > 0) {
        return;
      }
      if (i == 0 || kind == Buffer.BY_LOCATION && !e.last && !earlier(buffer, i)) {
        State next = s.copy();
        next.buffers.get(t).remove(i);
        if (e.location != null) {
          next.memory.put(e.location, e.value);
        }
        visit(next);
      }
      if (e.location == null) {
        return;
      }
    }
  }

  private static boolean earlier(List<Entry> buffer, int i) {
    return buffer.subList(0, i).stream().anyMatch(e -> buffer.get(i).location.equals(e.location));
  }

  private void step(State s, int t, Instruction in) {
    State next = s.copy();
    next.pc[t]++;
    if (in.guard() != null && !in.guard().holds(s.read.get(in.guard().result()))) {
      visit(next);
      return;
    }
    List<Entry> buffer = next.buffers.get(t);
    boolean empty = buffer.isEmpty();
    switch (in.op()) {
      case 'F' -> {
        if (in.mode().equals("full") && !empty) {
          return;
        }
        if ((in.mode().equals("ss") || in.mode().equals("rel")) && !empty) {
          buffer.add(new Entry(null, 0, false));
        }
      }
      case 'W', 'N' -> {
        if (kind == Buffer.NONE) {
          next.memory.put(in.location(), in.first());
        } else if (in.mode().equals("v")) {
          if (!empty) {
            return;
          }
          next.memory.put(in.location(), in.first());
        } else {
          buffer.add(new Entry(in.location(), in.first(), in.mode().equals("r")));
        }
      }
      case 'R', 'S' -> {
        long value = next.memory.get(in.location());
        for (Entry e : buffer) {
          if (in.location().equals(e.location)) {
            value = e.value;
          }
        }
        if (!in.goesOnWith(value)) {
          return;
        }
        next.read.put(in.result(), value);
      }
      default -> {
        if (!empty) {
          return;
        }
        long old = next.memory.get(in.location());
        Long written = in.updated(old);
        if (in.op() == 'L' && written == null) {
          return;
        }
        if (written != null) {
          next.memory.put(in.location(), written);
        }
        if (in.result() != null) {
          next.read.put(in.result(), old);
        }
      }
    }
    visit(next);
  }
}
