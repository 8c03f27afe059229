package dropoutlab.card;

import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The page that says which dropout stands where, at what rate, and when none should: `which-when.md` beside the cards, a
/// table for each architecture.
///
/// @param title of the page
/// @param lead  the paragraph below it
public record WhichWhen(String title, String lead, List<Part> parts) {
  private static final String FILE = "which-when.md";
  private static final int CELLS = 4;

  public WhichWhen { parts = List.copyOf(parts); }

  /// The lines of one architecture.
  public record Part(String title, List<Line> lines) {
    public Part { lines = List.copyOf(lines); }
  }

  /// @param method the card that the line leads to
  /// @param never  when it is left out; may be empty
  public record Line(MethodCard method, String where, String rate, String never) {}

  /// Returns the page that comes with the program.
  public static WhichWhen page() { return read(Cards.text(Cards.FOLDER + FILE)); }

  static WhichWhen read(String text) {
    String title = "", lead = "";
    List<Part> parts = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    String part = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) title = line.substring(2);
      else if (line.startsWith("## ")) {
        if (!part.isEmpty()) parts.add(new Part(part, lines));
        part = line.substring(3);
        lines = new ArrayList<>();
      } else if (line.startsWith("| ") && !line.startsWith("| method")) lines.add(line(line));
      else if (part.isEmpty() && !line.isBlank()) lead = (lead + " " + line).strip();
    }
    parts.add(new Part(part, lines));
    return new WhichWhen(title, lead, parts);
  }

  private static Line line(String row) {
    List<String> cells = Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != CELLS) throw new CardException(Words.of("card.which.cells", FILE, row, CELLS));
    return new Line(Cards.named(cells.getFirst()), cells.get(1), cells.get(2), cells.get(3));
  }
}
