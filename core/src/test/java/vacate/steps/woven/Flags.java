// SPDX-License-Identifier: GPL-2.0-only
package vacate.steps.woven;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vacate.mm.PageFlag;

/**
 * Accesses to a flags word. The non-atomic operations must be a load and a store of what was loaded
 * with the one bit changed, with nothing between; then they are one step, {@code x |= bit}.
 */
final class Flags {
  private static final Map<Integer, String> BITS = new TreeMap<>();

  static {
    try {
      for (Field field : PageFlag.class.getDeclaredFields()) {
        if (field.getName().startsWith("PG_") && Modifier.isStatic(field.getModifiers())) {
          String name = field.getName().substring(3).toLowerCase(Locale.ROOT);
          BITS.put(1 << field.getInt(null), "PG_" + name);
        }
      }
    } catch (IllegalAccessException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Recorder recorder;
  private String operation;
  private int mask;

  Flags(Recorder recorder) {
    this.recorder = recorder;
  }

  void enter(String key, int argument) {
    operation = key;
    mask = key.equals("BitWord.clearMaskNonAtomic") ? argument : 1 << argument;
  }

  void leave() {
    operation = null;
  }

  void load(String word, int value) {
    boolean tests = "BitWord.testBit".equals(operation);
    recorder.load(tests ? word + " & " + names(mask) : "read " + word, word, value);
  }

  void store(String word, int value) {
    boolean sets = "BitWord.setBitNonAtomic".equals(operation);
    int expected = (int) (sets ? recorder.seen() | mask : recorder.seen() & ~mask);
    if (operation != null && recorder.hasJustLoaded(word) && value == expected) {
      recorder.storeWhatWasLoaded(word + (sets ? " |= " : " &= ~") + names(mask));
    } else {
      recorder.step(word + " = " + names(value));
    }
  }

  static String names(int bits) {
    StringBuilder names = new StringBuilder();
    BITS.forEach(
        (bit, name) -> {
          if ((bits & bit) != 0) {
            names.append(names.isEmpty() ? "" : "|").append(name);
          }
        });
    return names.isEmpty() ? "0" : names.toString();
  }
}
