package dropoutlab.figure.plot;

/// Words that must fit into a width.
public final class Fit {
  private Fit() {}

  /// `text`, or as much of its beginning as fits with an ellipsis, or nothing when not even one letter fits.
  public static String within(Pen pen, String text, Pen.Type type, double width) {
    if (pen.textWidth(text, type) <= width) return text;
    int low = 0;
    int high = text.length() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (pen.textWidth(text.substring(0, middle) + "…", type) <= width) low = middle;
      else high = middle - 1;
    }
    return low < 1 ? "" : text.substring(0, low).strip() + "…";
  }

  /// A number, or behind an ellipsis as many of its last digits as fit: of passes that agree in the first.
  public static String endWithin(Pen pen, String number, Pen.Type type, double width) {
    if (pen.textWidth(number, type) <= width) return number;
    for (int from = 1; from < number.length(); from++) {
      String end = "…" + number.substring(from);
      if (Character.isDigit(number.charAt(from)) && pen.textWidth(end, type) <= width) return end;
    }
    return "";
  }

  /// The first of several wordings that fits, the last one ellipsised if it must.
  public static String firstThatFits(Pen pen, Pen.Type type, double width, String... wordings) {
    for (String wording : wordings) if (pen.textWidth(wording, type) <= width) return wording;
    return within(pen, wordings[wordings.length - 1], type, width);
  }
}
