package dropoutlab.data;

import dropoutlab.spec.CsvStyle;
import dropoutlab.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the whole text of a table once, cell by cell, and decides how it is written.
final class CsvSniffer {
  private static final int MOST_COLUMNS = 20_000;
  private static final int HEAD_ROWS = 8;

  private final CsvText source;
  private final CsvStyle style;
  private final Decimal before;
  private final MissingMarks marks;
  private final List<ColumnStatistics> statistics = new ArrayList<>();
  private final List<List<String>> head = new ArrayList<>();
  private List<String> first;
  private long firstLine;
  private long rows;
  /// The number of rows that are one cell wider than the first, and the first row whose width does not fit.
  private long wider;
  private long misfitLine;
  private int misfitSize;

  /// @param before the decimal sign of a file of the same kind that was read before
  CsvSniffer(CsvText source, CsvStyle style, Decimal before) {
    this.source = source;
    this.style = style;
    this.before = before;
    marks = new MissingMarks(style.missingMarks());
  }

  CsvSniff sniff() {
    Charset charset = style.encoding() == null ? TextEncoding.of(source) : Charset.forName(style.encoding());
    try {
      return read(charset, false);
    } catch (CharacterCodingException e) {
      if (style.encoding() != null || charset != StandardCharsets.UTF_8)
        throw new DataException(Words.of("data.csv.encoding", source.name(), charset.name()), e);
    } catch (IOException e) {
      throw InputFiles.unreadable(source.name(), e);
    }
    return new CsvSniffer(source, style, before).guess();
  }

  private CsvSniff guess() {
    try {
      return read(TextEncoding.FALLBACK, true);
    } catch (CharacterCodingException e) {
      throw new DataException(Words.of("data.csv.no_text", source.name()), e);
    } catch (IOException e) {
      throw InputFiles.unreadable(source.name(), e);
    }
  }

  private CsvSniff read(Charset charset, boolean guessed) throws IOException {
    try (BufferedReader in = source.open(charset)) {
      CsvOpening opening = CsvOpening.of(in, source.name(), style.delimiter());
      CsvRows read = new CsvRows(in, source.name(), opening.delimiter(), opening.above());
      if (!read.next()) throw new DataException(Words.of("data.csv.empty", source.name()));
      first = read.cells();
      firstLine = read.line();
      widen(first.size());
      while (read.next()) see(read);
      return result(charset, guessed, opening.delimiter());
    }
  }

  private void widen(int columns) {
    if (columns > MOST_COLUMNS)
      throw new DataException(Words.of("data.csv.many_columns", source.name(), MOST_COLUMNS));
    while (statistics.size() < columns) statistics.add(new ColumnStatistics(marks));
  }

  private void see(CsvRows row) {
    rows++;
    if (head.size() < HEAD_ROWS) head.add(row.cells());
    int width = width(row);
    if (width == first.size() + 1) wider++;
    if (width > first.size() || row.size() < named()) {
      if (misfitLine == 0) {
        misfitLine = row.line();
        misfitSize = row.size();
      }
    }
    widen(Math.min(width, first.size() + 1));
    for (int c = 0; c < statistics.size(); c++) statistics.get(c).add(row.cell(c), row.line());
  }

  /// Returns the width of a row without the empty cells at its end, which a spreadsheet may leave.
  private static int width(CsvRows row) {
    int width = row.size();
    while (width > 0 && row.cell(width - 1).isEmpty()) width--;
    return width;
  }

  private int named() {
    int named = first.size();
    while (named > 0 && first.get(named - 1).isEmpty()) named--;
    return named;
  }

  private CsvSniff result(Charset charset, boolean guessed, char delimiter) {
    boolean index = rows > 0 && wider == rows;
    if (misfitLine > 0 && !index) throw ragged();
    HeaderSniff seen = HeaderSniff.of(first, statistics, marks, style.header());
    boolean header = style.header() == null ? seen.isHeader() : style.header();
    if (!header) takeFirstAsRow();
    if (index) first.addFirst("");
    Decimal decimal = DecimalSniff.of(statistics, style.decimal(), before, delimiter);
    List<CsvSniff.Column> columns = new ArrayList<>();
    char grouping = 0;
    for (int c = 0; c < Math.max(first.size(), statistics.size()); c++) {
      String name = header && c < first.size() ? CsvSniff.oneLine(first.get(c)) : "";
      columns.add(DecimalSniff.column(name.isEmpty() ? "column " + (c + 1) : name,
          !header || !name.isEmpty(), statistics.get(c), decimal, style.decimal() != null, delimiter));
      if (statistics.get(c).grouping != 0 && statistics.get(c).grouping != decimal.sign())
        grouping = statistics.get(c).grouping;
    }
    return new CsvSniff(source.name(), charset.name(), guessed, delimiter, decimal, grouping, header,
        style.header() != null, columns, rows, head, index ? Words.of("data.csv.index") : header ? seen.note() : "");
  }

  private void takeFirstAsRow() {
    rows++;
    head.addFirst(List.copyOf(first));
    for (int c = 0; c < statistics.size(); c++) statistics.get(c).add(c < first.size() ? first.get(c) : "", firstLine);
  }

  private DataException ragged() {
    return new DataException(Words.of("data.csv.ragged", source.name(), misfitLine,
        Words.count("data.csv.values", misfitSize), Words.count("data.csv.columns", named())));
  }
}
