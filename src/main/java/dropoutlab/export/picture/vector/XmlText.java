package dropoutlab.export.picture.vector;

/// Numbers and words as XML holds them.
public final class XmlText {
  /// Beyond any page; what is drawn there is not to be seen.
  private static final double FARTHEST = 1e7;

  private XmlText() {}

  /// Rounded, without zeros at the end.
  public static void number(StringBuilder to, double value, int decimals) {
    long unit = 1;
    for (int i = 0; i < decimals; i++) unit *= 10;
    long units = Math.round(Math.clamp(value, -FARTHEST, FARTHEST) * unit);
    if (units < 0) to.append('-');
    units = Math.abs(units);
    to.append(units / unit);
    long rest = units % unit;
    if (rest == 0) return;
    to.append('.');
    for (long digit = unit / 10; rest > 0; digit /= 10) {
      to.append(rest / digit);
      rest %= digit;
    }
  }

  /// What XML cannot hold is written as JSON escapes it, so that a recipe means the same.
  public static void escape(StringBuilder to, String text) {
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      switch (point) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '"' -> to.append("&quot;");
        case '\t', '\n', '\r' -> to.append("&#").append(point).append(';');
        default -> {
          if (isXml(point)) to.appendCodePoint(point);
          else to.append("\\u").append(hex(point));
        }
      }
    }
  }

  private static boolean isXml(int point) {
    return point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
  }

  private static String hex(int point) {
    String digits = Integer.toHexString(point);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
