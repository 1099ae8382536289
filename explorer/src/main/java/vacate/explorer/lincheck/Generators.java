// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.LongFunction;

/**
 * What Lincheck's parameter generators may give, from the text that configures them: not at random,
 * but the smallest first. Without a text it is {@code 0, 1, ...}, and the strings {@code "a", "b",
 * ...}.
 */
final class Generators {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private Generators() {}

  /**
   * The values of a generator.
   *
   * @param generator simple name of its class
   * @param conf its configuration; may be empty
   * @param constants those of the parameter's type, if it is an enum
   * @throws UnfitStructure if it is none of Lincheck's own, or the text cannot be read
   */
  static Domain of(String generator, String conf, List<EnumValue> constants) throws UnfitStructure {
    String text = conf.isEmpty() ? generator : generator + " " + conf;
    try {
      return switch (generator) {
        case "IntGen" -> integers(text, conf, Integer.MAX_VALUE, v -> (int) v);
        case "LongGen" -> integers(text, conf, Integer.MAX_VALUE, v -> v);
        case "ShortGen" -> integers(text, conf, Short.MAX_VALUE, v -> (short) v);
        case "ByteGen" -> integers(text, conf, Byte.MAX_VALUE, v -> (byte) v);
        case "FloatGen" -> decimals(text, conf, v -> (float) v);
        case "DoubleGen" -> decimals(text, conf, v -> v);
        case "BooleanGen" -> new Domain(text, List.of(false, true), false);
        case "StringGen" -> strings(text, conf);
        case "EnumGen" -> enums(text, conf, constants);
        default -> throw new UnfitStructure("values of " + generator + " are not known");
      };
    } catch (NumberFormatException e) {
      throw new UnfitStructure("the configuration of " + text + " cannot be read");
    }
  }

  private static Domain integers(String text, String conf, long max, LongFunction<Object> value)
      throws UnfitStructure {
    String[] ends = conf.isEmpty() ? new String[] {"0", Long.toString(max)} : conf.split(":", -1);
    if (ends.length != 2) {
      throw new UnfitStructure("the configuration of " + text + " cannot be read");
    }
    long begin = Long.parseLong(ends[0].strip());
    long end = Long.parseLong(ends[1].strip());
    List<Object> values = new ArrayList<>();
    for (long v = begin; v <= end && values.size() < Domain.MOST; v++) {
      values.add(value.apply(v));
    }
    return notEmpty(new Domain(text, values, end - begin >= values.size()));
  }

  /** {@code begin:end} with steps of 0.1, or {@code begin:step:end}. */
  private static Domain decimals(String text, String conf, DoubleFunction<Object> value)
      throws UnfitStructure {
    String[] parts = conf.isEmpty() ? new String[] {"0", "1", "100"} : conf.split(":", -1);
    if (parts.length != 2 && parts.length != 3) {
      throw new UnfitStructure("the configuration of " + text + " cannot be read");
    }
    double begin = Double.parseDouble(parts[0]);
    double step = parts.length == 2 ? 0.1 : Double.parseDouble(parts[1]);
    double end = Double.parseDouble(parts[parts.length - 1]);
    List<Object> values = new ArrayList<>();
    for (int i = 0; begin + i * step <= end && values.size() < Domain.MOST; i++) {
      values.add(value.apply(begin + i * step));
    }
    return notEmpty(new Domain(text, values, begin + values.size() * step <= end));
  }

  /** Of one letter each: {@code length:letters}, or the length alone. */
  private static Domain strings(String text, String conf) throws UnfitStructure {
    int colon = conf.indexOf(':');
    String letters = colon < 0 ? LETTERS : conf.substring(colon + 1);
    List<Object> values = new ArrayList<>();
    letters.chars().distinct().limit(Domain.MOST).forEach(c -> values.add(Character.toString(c)));
    return notEmpty(new Domain(text, values, true));
  }

  private static Domain enums(String text, String conf, List<EnumValue> constants)
      throws UnfitStructure {
    List<Object> values = new ArrayList<>();
    List<String> named = List.of(conf.strip().split("\\s*,\\s*"));
    for (EnumValue constant : constants) {
      if (conf.isEmpty() || named.contains(constant.name())) {
        values.add(constant);
      }
    }
    boolean more = values.size() > Domain.MOST;
    return notEmpty(new Domain(text, more ? values.subList(0, Domain.MOST) : values, more));
  }

  private static Domain notEmpty(Domain domain) throws UnfitStructure {
    if (domain.values().isEmpty()) {
      throw new UnfitStructure(domain.generator() + " has no values");
    }
    return domain;
  }
}
