package org.peersupport.json.certification;

/** Builds a page element by element; every text is escaped. */
final class Html {
  private final StringBuilder page = new StringBuilder();

  /** Markup of our own, as it is, on a line. */
  Html raw(String markup) {
    page.append(markup).append('\n');
    return this;
  }

  /** An element with a text in it, on a line. */
  Html element(String name, String text) {
    return raw("<" + name + ">" + escaped(text) + "</" + name + ">");
  }

  /** A row whose first cell is its heading. */
  Html row(String heading, String... cells) {
    StringBuilder row = new StringBuilder("<tr><th scope=\"row\">").append(escaped(heading));
    row.append("</th>");
    for (String cell : cells) {
      row.append("<td>").append(escaped(cell)).append("</td>");
    }
    return raw(row.append("</tr>").toString());
  }

  /** The row of headings of a table, and its caption. */
  Html headings(String caption, String... headings) {
    StringBuilder row = new StringBuilder("<thead><tr>");
    for (String heading : headings) {
      row.append("<th scope=\"col\">").append(escaped(heading)).append("</th>");
    }
    return raw("<table>")
        .element("caption", caption)
        .raw(row.append("</tr></thead>").toString())
        .raw("<tbody>");
  }

  Html endTable() {
    return raw("</tbody>").raw("</table>");
  }

  /** The text with nothing in it that a browser would take for markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
