// SPDX-License-Identifier: GPL-2.0-only
package vacate.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes XML, or HTML that is XML too: whatever is opened is closed, whatever is text is text. */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** A document of this type, as in {@code <!DOCTYPE html>}. */
  static Markup html() {
    Markup markup = new Markup();
    markup.out.append("<!DOCTYPE html>\n");
    return markup;
  }

  /** An XML document. */
  static Markup xml() {
    Markup markup = new Markup();
    markup.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return markup;
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; one whose value is null is left out
   */
  Markup open(String element, String... attributes) {
    start(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** Closes the innermost open element. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the innermost open element, and ends the line. */
  Markup closeLine() {
    return close().line();
  }

  /** An element without content. */
  Markup empty(String element, String... attributes) {
    start(element, attributes);
    out.append(" />");
    return this;
  }

  /** An element with nothing but text. */
  Markup leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Content of a script or style element: it has no {@code <} and no {@code &}. */
  Markup verbatim(String code) {
    if (code.indexOf('<') >= 0 || code.indexOf('&') >= 0) {
      throw new IllegalArgumentException("would have to be escaped");
    }
    out.append(code);
    return this;
  }

  /** A picture, complete and well formed. */
  Markup picture(String svg) {
    out.append(svg);
    return this;
  }

  Markup line() {
    out.append('\n');
    return this;
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        escape(attributes[i + 1]);
        out.append('"');
      }
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  if (isAllowed(c)) {
                    out.appendCodePoint(c);
                  } else {
                    out.append(String.format(Locale.ROOT, "\\u%04x", c));
                  }
                }
              }
            });
  }

  /** What XML 1.0 calls a character. */
  private static boolean isAllowed(int c) {
    return c == '\n'
        || c == '\t'
        || c >= ' ' && c < 0xd800
        || c >= 0xe000 && c < 0xfffe
        || c > 0xffff;
  }

  /**
   * The document.
   *
   * @throws IllegalStateException if an element is still open
   */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(open + " still open");
    }
    return out.toString();
  }
}
