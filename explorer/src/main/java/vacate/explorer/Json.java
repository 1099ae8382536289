// SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-only
package vacate.explorer;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The results as JSON, version 1; the README has the shape. */
public final class Json {
  private Json() {}

  /** All results as one document, with tokens of what is shown of each. */
  public static String of(List<Result> results) {
    return of(results, Detail.BRIEF);
  }

  /**
   * All results as one document, with every outcome of each.
   *
   * @param detail which outcomes have the token of their witness with them
   */
  public static String of(List<Result> results, Detail detail) {
    StringBuilder out = new StringBuilder("{\"version\":1,\"tests\":[");
    for (int i = 0; i < results.size(); i++) {
      out.append(i == 0 ? "\n" : ",\n");
      result(out, results.get(i), detail);
    }
    return out.append("\n]}\n").toString();
  }

  private static void result(StringBuilder out, Result r, Detail detail) {
    Set<Outcome> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(detail.shown(r.outcomes()));
    out.append("{\"test\":");
    string(out, r.test());
    out.append(",\"model\":");
    string(out, r.model().id());
    out.append(",\"verdict\":");
    string(out, r.verdict().toString());
    out.append(",\"reason\":");
    string(out, r.reason());
    out.append(",\"executions\":").append(r.executions());
    if (r.mirrored() > 0) {
      out.append(",\"mirrored\":").append(r.mirrored());
    }
    out.append(",\"blocked\":").append(r.blocked());
    out.append(",\"millis\":").append(String.format(Locale.ROOT, "%.1f", r.millis()));
    if (r.assumes() != null) {
      out.append(",\"assumes\":");
      string(out, r.assumes());
    }
    if (r.loadBuffering() != null) {
      loadBuffering(out, r.loadBuffering());
    }
    if (r.coverage() != null) {
      coverage(out, r.coverage());
    }
    out.append(",\"outcomes\":[");
    for (int i = 0; i < r.outcomes().size(); i++) {
      out.append(i == 0 ? "" : ",");
      Outcome o = r.outcomes().get(i);
      outcome(out, o, shown.contains(o) ? o.witness() : null);
    }
    out.append(']');
    if (!r.monitored().isEmpty()) {
      monitored(out, r.monitored());
    }
    out.append('}');
  }

  private static void coverage(StringBuilder out, Coverage c) {
    out.append(",\"scenarios\":{\"begun\":").append(c.begun());
    out.append(",\"exhausted\":").append(c.exhausted());
    out.append(",\"all\":").append(c.all()).append(",\"extent\":");
    string(out, c.extent());
    out.append(",\"calls\":[");
    for (int i = 0; i < c.calls().size(); i++) {
      out.append(i == 0 ? "" : ",");
      string(out, c.calls().get(i));
    }
    out.append("],\"refuted\":");
    string(out, c.refuted());
    out.append('}');
  }

  private static void loadBuffering(StringBuilder out, LoadBuffering l) {
    out.append(",\"loadBuffering\":{\"verdict\":");
    string(out, l.word());
    if (l instanceof LoadBuffering.Possible p) {
      out.append(",\"actor\":");
      string(out, p.actor());
      place(out.append(",\"read\":"), p.read());
      place(out.append(",\"write\":"), p.write());
    }
    out.append('}');
  }

  private static void place(StringBuilder out, LoadBuffering.Place place) {
    out.append("{\"location\":");
    string(out, place.location().toString());
    out.append(",\"at\":");
    string(out, place.at());
    out.append('}');
  }

  private static void monitored(StringBuilder out, List<Monitored> all) {
    out.append(",\"monitors\":[");
    for (int m = 0; m < all.size(); m++) {
      out.append(m == 0 ? "{\"monitor\":" : ",{\"monitor\":");
      string(out, all.get(m).monitor());
      out.append(",\"violations\":[");
      List<MonitorReport> violations = all.get(m).violations();
      for (int v = 0; v < violations.size(); v++) {
        out.append(v == 0 ? "{\"what\":" : ",{\"what\":");
        string(out, violations.get(v).what());
        out.append(",\"witnesses\":[");
        List<Witness> witnesses = violations.get(v).witnesses();
        for (int w = 0; w < witnesses.size(); w++) {
          out.append(w == 0 ? "" : ",");
          string(out, witnesses.get(w).token());
        }
        out.append("]}");
      }
      out.append("]}");
    }
    out.append(']');
  }

  private static void outcome(StringBuilder out, Outcome o, Witness witness) {
    out.append("{\"id\":");
    string(out, o.id());
    out.append(",\"expect\":");
    string(out, o.expect().name());
    out.append(",\"executions\":").append(o.executions());
    out.append(",\"witness\":");
    string(out, witness == null ? null : witness.token());
    out.append("}");
  }

  private static void string(StringBuilder out, String s) {
    if (s == null) {
      out.append("null");
      return;
    }
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || isUnpaired(s, i)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** Whether there is half of a character, which no encoding of a file has. */
  private static boolean isUnpaired(String s, int i) {
    char c = s.charAt(i);
    return Character.isHighSurrogate(c)
            && (i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1)))
        || Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(s.charAt(i - 1)));
  }
}
