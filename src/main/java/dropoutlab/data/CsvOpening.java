package dropoutlab.data;

import dropoutlab.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The beginning of a table: what stands above its first row, and what separates its cells. A byte order mark is
/// skipped, and a spreadsheet's line `sep=;` is obeyed. Without one, the delimiter is the one under which the first
/// rows have the same number of cells.
///
/// @param above the number of lines above the first row
record CsvOpening(char delimiter, long above) {
  private static final int HEAD_CHARS = 1 << 16;
  private static final int SEEN_ROWS = 100;
  private static final Pattern SEPARATOR = Pattern.compile("\"?sep=([^\\r\\n])\"?[ \\t]*(\\r\\n|\\r|\\n)",
      Pattern.CASE_INSENSITIVE);

  /// Leaves `in` at the first row.
  ///
  /// @param asked the delimiter that the user gave, or null
  static CsvOpening of(BufferedReader in, String name, String asked) throws IOException {
    skip(in, "\uFEFF");
    String head = ahead(in);
    if (head.isBlank()) throw new DataException(Words.of("data.csv.empty", name));
    Matcher separator = SEPARATOR.matcher(head);
    boolean said = separator.lookingAt();
    if (said) skip(in, separator.group());
    if (asked != null) return new CsvOpening(asked.equals("tab") ? '\t' : asked.charAt(0), said ? 1 : 0);
    return said ? new CsvOpening(delimiter(separator.group(1).charAt(0), name), 1) : new CsvOpening(commonest(head), 0);
  }

  private static char delimiter(char said, String name) {
    if (CsvGuard.DELIMITERS.indexOf(said) >= 0) return said;
    throw new DataException(Words.of("data.csv.delimiter", name, said));
  }

  private static void skip(BufferedReader in, String text) throws IOException {
    for (char expected : text.toCharArray()) {
      in.mark(1);
      if (in.read() != expected) {
        in.reset();
        return;
      }
    }
  }

  private static String ahead(BufferedReader in) throws IOException {
    in.mark(HEAD_CHARS);
    char[] head = new char[HEAD_CHARS];
    int length = in.read(head);
    in.reset();
    return length < 0 ? "" : new String(head, 0, length);
  }

  private static char commonest(String head) {
    char best = ',';
    double most = 0;
    for (char each : CsvGuard.DELIMITERS.toCharArray()) {
      double merit = merit(rows(head, each));
      if (merit > most) {
        best = each;
        most = merit;
      }
    }
    return best;
  }

  /// Returns the first rows as this delimiter separates them. The last row may be cut off, and is left out if there are
  /// others.
  private static List<List<String>> rows(String head, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvRows read = new CsvRows(new BufferedReader(new StringReader(head)), "", delimiter, 0)) {
      while (rows.size() <= SEEN_ROWS && read.next()) rows.add(read.cells());
    } catch (IOException | DataException e) {
      // Unmatched quotes are reported later by the reader of the rows; the rows before them are enough here.
    }
    if (rows.size() > 2) rows.removeLast();
    return rows;
  }

  /// Returns how well a delimiter fits: the share of rows that are as wide as the first (rows that differ by one cell,
  /// because of a nameless index or a delimiter at the end, count half), plus a little for cells that are numbers, and
  /// less for their count. Returns 0 if the first row does not contain the delimiter.
  private static double merit(List<List<String>> rows) {
    if (rows.isEmpty() || rows.getFirst().size() < 2) return 0;
    int width = rows.getFirst().size(), cells = 0, numbers = 0;
    double alike = 0;
    for (List<String> row : rows.subList(1, rows.size())) {
      alike += row.size() == width ? 1 : Math.abs(row.size() - width) == 1 ? 0.5 : 0;
      for (String cell : row) {
        cells++;
        if (Decimal.POINT.isNumber(cell) || Decimal.COMMA.isNumber(cell)) numbers++;
      }
    }
    double share = rows.size() == 1 ? 1 : alike / (rows.size() - 1.0);
    return share + 0.1 * numbers / Math.max(1, cells) + 1e-4 * Math.min(width, 100);
  }
}
