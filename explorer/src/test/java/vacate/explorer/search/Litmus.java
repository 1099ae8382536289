// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.search;

import static vacate.explorer.graph.Access.ACQUIRE;
import static vacate.explorer.graph.Access.ACQUIRE_FENCE;
import static vacate.explorer.graph.Access.ACQUIRE_READ;
import static vacate.explorer.graph.Access.DEREF;
import static vacate.explorer.graph.Access.FREEZE;
import static vacate.explorer.graph.Access.FULL_FENCE;
import static vacate.explorer.graph.Access.LOAD_LOAD_FENCE;
import static vacate.explorer.graph.Access.OPAQUE_READ;
import static vacate.explorer.graph.Access.OPAQUE_WRITE;
import static vacate.explorer.graph.Access.PLAIN_READ;
import static vacate.explorer.graph.Access.PLAIN_WRITE;
import static vacate.explorer.graph.Access.READ;
import static vacate.explorer.graph.Access.RELEASE_FENCE;
import static vacate.explorer.graph.Access.RELEASE_WRITE;
import static vacate.explorer.graph.Access.STORE_STORE_FENCE;
import static vacate.explorer.graph.Access.THAW;
import static vacate.explorer.graph.Access.UPDATE;
import static vacate.explorer.graph.Access.VOLATILE_READ;
import static vacate.explorer.graph.Access.VOLATILE_WRITE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program in the notation of litmus.txt, threads split by {@code &}, instructions by {@code ;}.
 *
 * <p>Beyond the table's notation {@code So x 1 a} waits until x is 1, {@code a=1?} and {@code a!1?}
 * before an instruction do it only if that is what was read, {@code Z 7} is the freeze of an object
 * and {@code Dp x 7 a} a read through one of its final fields.
 */
public final class Litmus implements Program {
  /**
   * @param op one of W R X A O C F L N S Z D
   * @param mode p o a r v, or the fence's name
   * @param first value written, added, or'ed, awaited, or expected; or which object
   * @param second what a compare-and-exchange writes
   * @param result where a read leaves what it read, or null
   * @param guard null for always
   */
  record Instruction(
      char op, String mode, String location, long first, long second, String result, Guard guard) {
    Instruction(char op, String mode, String location, long first, long second, String result) {
      this(op, mode, location, first, second, result, null);
    }

    static Instruction parse(String text) {
      int guarded = text.indexOf('?');
      return guarded < 0
          ? always(text)
          : always(text.substring(guarded + 1)).when(Guard.parse(text.substring(0, guarded)));
    }

    private static Instruction always(String text) {
      String[] w = text.trim().split(" ");
      return switch (w[0].charAt(0)) {
        case 'F' -> new Instruction('F', w[1], null, 0, 0, null);
        case 'L' -> new Instruction('L', "a", w[1], 1, 0, null);
        case 'N' -> new Instruction('N', "r", w[1], 0, 0, null);
        case 'Z' -> new Instruction('Z', "freeze", null, Long.parseLong(w[1]), 0, null);
        case 'W' -> new Instruction('W', w[0].substring(1), w[1], Long.parseLong(w[2]), 0, null);
        case 'R' -> new Instruction('R', w[0].substring(1), w[1], 0, 0, w[2]);
        case 'C' ->
            new Instruction(
                'C', w[0].substring(1), w[1], Long.parseLong(w[2]), Long.parseLong(w[3]), w[4]);
        default ->
            new Instruction(w[0].charAt(0), w[0].substring(1), w[1], Long.parseLong(w[2]), 0, w[3]);
      };
    }

    Instruction when(Guard condition) {
      return new Instruction(op, mode, location, first, second, result, condition);
    }

    boolean isUpdate() {
      return "XAOCL".indexOf(op) >= 0;
    }

    /** What the update writes over {@code old}; null if it fails, or waits. */
    Long updated(long old) {
      return switch (op) {
        case 'X' -> first;
        case 'A' -> old + first;
        case 'O' -> old | first;
        case 'C' -> old == first ? second : null;
        case 'L' -> old == 0 ? 1L : null;
        default -> throw new IllegalStateException(toString());
      };
    }

    /** Whether a read may go on with what it has read. */
    boolean goesOnWith(long value) {
      return op != 'S' || value == first;
    }

    @Override
    public String toString() {
      return (guard == null ? "" : guard + "? ") + unguarded();
    }

    private String unguarded() {
      return switch (op) {
        case 'F' -> "F " + mode;
        case 'Z' -> "Z " + first;
        case 'L', 'N' -> op + " " + location;
        case 'W' -> "W" + mode + " " + location + " " + first;
        case 'R' -> "R" + mode + " " + location + " " + result;
        case 'C' -> "C" + mode + " " + location + " " + first + " " + second + " " + result;
        default -> op + mode + " " + location + " " + first + " " + result;
      };
    }
  }

  /**
   * On what an instruction depends.
   *
   * @param equal whether the result must be the value, or must not
   */
  record Guard(String result, long value, boolean equal) {
    static Guard parse(String text) {
      String[] sides = text.trim().split("[=!]");
      return new Guard(sides[0], Long.parseLong(sides[1]), text.contains("="));
    }

    /** Nothing was read by an instruction that was not done. */
    boolean holds(Long read) {
      return read != null && (read == value) == equal;
    }

    @Override
    public String toString() {
      return result + (equal ? "=" : "!") + value;
    }
  }

  final List<List<Instruction>> code;
  final List<String> locations = new ArrayList<>();

  Litmus(List<List<Instruction>> code) {
    this.code = code;
    for (List<Instruction> thread : code) {
      for (Instruction i : thread) {
        if (i.location != null && !locations.contains(i.location)) {
          locations.add(i.location);
        }
      }
    }
  }

  public static Litmus parse(String text) {
    List<List<Instruction>> code = new ArrayList<>();
    for (String thread : text.split("&")) {
      List<Instruction> list = new ArrayList<>();
      for (String i : thread.trim().split(";")) {
        list.add(Instruction.parse(i));
      }
      code.add(list);
    }
    return new Litmus(code);
  }

  @Override
  public int threads() {
    return code.size();
  }

  @Override
  public long initial(int location) {
    return 0;
  }

  /** Results go to locations of their own, known to one thread each: they add no execution. */
  private int resultLocation(String result) {
    List<String> results = results();
    return locations.size() + results.indexOf(result);
  }

  /** All results, those also that are left out. */
  List<String> results() {
    List<String> results = new ArrayList<>();
    for (List<Instruction> thread : code) {
      for (Instruction i : thread) {
        if (i.result != null) {
          results.add(i.result);
        }
      }
    }
    return results;
  }

  @Override
  public void run(int thread, Memory memory) throws Stop {
    Map<String, Long> read = new HashMap<>();
    for (Instruction i : code.get(thread)) {
      if (i.guard == null || i.guard.holds(read.get(i.guard.result))) {
        run(i, memory, read);
      }
    }
  }

  private void run(Instruction i, Memory memory, Map<String, Long> read) throws Stop {
    int l = i.location == null ? -1 : locations.indexOf(i.location);
    switch (i.op) {
      case 'F' -> memory.fence(fence(i.mode));
      case 'Z' -> memory.freeze(FREEZE, i.first);
      case 'W', 'N' -> memory.write(l, write(i.mode), i.first);
      default -> {
        long old = read(i, l, memory);
        if (i.isUpdate()) {
          Long written = i.updated(old);
          if (written != null) {
            int order = read(i.mode, true) & ACQUIRE;
            memory.write(l, write(i.mode.equals("p") ? "o" : i.mode) | UPDATE | order, written);
          }
        }
        if (i.result != null) {
          memory.write(resultLocation(i.result), PLAIN_WRITE, old);
          read.put(i.result, old);
        }
      }
    }
  }

  private static long read(Instruction i, int l, Memory memory) throws Stop {
    int access = read(i.mode, i.isUpdate()) | (i.isUpdate() ? UPDATE : 0);
    if (i.op == 'D') {
      memory.freeze(THAW, i.first);
      access |= DEREF;
    }
    long old = memory.read(l, access);
    while (i.op == 'L' && old != 0 || !i.goesOnWith(old)) {
      memory.await();
      old = memory.read(l, access);
    }
    return old;
  }

  @Override
  public Object conclude(Memory memory) throws Stop {
    SortedMap<String, Long> outcome = new TreeMap<>();
    for (String result : results()) {
      outcome.put(result, memory.read(resultLocation(result), OPAQUE_READ));
    }
    for (int l = 0; l < locations.size(); l++) {
      outcome.put(locations.get(l), memory.read(l, OPAQUE_READ));
    }
    return outcome;
  }

  private static int fence(String name) {
    return switch (name) {
      case "full" -> FULL_FENCE;
      case "acq" -> ACQUIRE_FENCE;
      case "rel" -> RELEASE_FENCE;
      case "ll" -> LOAD_LOAD_FENCE;
      case "ss" -> STORE_STORE_FENCE;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static int read(String mode, boolean update) {
    return switch (mode) {
      case "a" -> ACQUIRE_READ;
      case "v" -> VOLATILE_READ;
      case "p" -> update ? OPAQUE_READ : PLAIN_READ;
      case "o" -> OPAQUE_READ;
      case "r" -> update ? OPAQUE_READ : READ;
      default -> throw new IllegalArgumentException(mode);
    };
  }

  private static int write(String mode) {
    return switch (mode) {
      case "r" -> RELEASE_WRITE;
      case "v" -> VOLATILE_WRITE;
      case "p" -> PLAIN_WRITE;
      default -> OPAQUE_WRITE;
    };
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (List<Instruction> thread : code) {
      text.append(text.isEmpty() ? "" : " & ");
      for (int i = 0; i < thread.size(); i++) {
        text.append(i == 0 ? "" : ";").append(thread.get(i));
      }
    }
    return text.toString();
  }
}
