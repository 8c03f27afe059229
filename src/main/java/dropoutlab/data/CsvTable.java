package dropoutlab.data;

import dropoutlab.data.CsvSniff.Type;
import dropoutlab.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of a table as a form asks for them, in the user's units. At most [InputFiles#MAX_BYTES] and [#MAX_CELLS]
/// are read.
final class CsvTable {
  static final long MAX_CELLS = 10_000_000;

  /// The parts of a table to read.
  ///
  /// @param target   the name of the target; null if it is not needed
  /// @param beside   further columns, whose text is returned
  /// @param training whether the form was made from this table; otherwise it is that of a model
  record Wanted(InputForm form, String target, List<String> beside, boolean training) {}

  private final CsvSniff sniff;
  private final Wanted wanted;
  private final MissingMarks marks;
  private final int[] inputAt;
  private final int targetAt;
  private final int[] besideAt;
  private final int width;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final List<Integer> kept = new ArrayList<>();
  private final List<List<String>> beside = new ArrayList<>();
  private long filled;
  private boolean gap;

  private CsvTable(CsvSniff sniff, Wanted wanted) {
    this.sniff = sniff;
    this.wanted = wanted;
    marks = new MissingMarks(wanted.form.missingMarks());
    String why = wanted.training ? Words.of("data.column.input") : Words.of("data.column.needed");
    inputAt = wanted.form.columns().stream().mapToInt(column -> sniff.require(column.name(), why)).toArray();
    targetAt = wanted.target == null ? -1
        : sniff.require(wanted.target,
            wanted.training ? Words.of("data.column.target") : Words.of("data.column.model_target"));
    besideAt = wanted.beside.stream().mapToInt(name -> sniff.require(name, Words.of("data.column.beside"))).toArray();
    width = wanted.form.columns().stream().mapToInt(InputForm.Column::width).sum();
  }

  static CsvTable read(CsvText source, CsvSniff sniff, Wanted wanted) {
    CsvTable table = new CsvTable(sniff, wanted);
    try (BufferedReader in = source.open(Charset.forName(sniff.encoding()))) {
      CsvOpening opening = CsvOpening.of(in, source.name(), Character.toString(sniff.delimiter()));
      CsvRows rows = new CsvRows(in, source.name(), opening.delimiter(), opening.above());
      if (sniff.header()) rows.next();
      while (rows.next()) table.add(rows);
    } catch (IOException e) {
      throw InputFiles.unreadable(source.name(), e);
    }
    if (table.kept.isEmpty()) throw new DataException(Words.of("data.csv.no_rows", source.name()));
    if (table.lines.isEmpty())
      throw new DataException(Words.of("data.csv.all_missing", source.name()));
    return table;
  }

  String name() { return sniff.name(); }

  CsvSniff sniff() { return sniff; }

  /// Returns the inputs of the rows that are kept, one row of numbers each, NaN where a value is missing.
  List<double[]> inputs() { return inputs; }

  /// Returns the text of the target in each row that is kept; empty if no target was asked for.
  List<String> targets() { return targets; }

  /// Returns, for each row of the file, its index among the rows that are kept; -1 if it is left out.
  List<Integer> kept() { return kept; }

  List<List<String>> beside() { return beside; }

  String where(int row) { return where(lines.get(row), wanted.target); }

  String where(long line, String column) {
    return Words.of("data.csv.where", sniff.name(), line, InputFiles.quoted(column));
  }

  /// Returns what was done with missing values, in clauses.
  List<String> gaps() {
    List<String> told = new ArrayList<>();
    long left = kept.size() - lines.size();
    if (left > 0) told.add(Words.count("data.csv.left_out", left));
    if (filled > 0) told.add(Words.count("data.csv.filled", filled));
    return told;
  }

  private void add(CsvRows row) {
    long line = row.line();
    if ((kept.size() + 1L) * (width + 1 + besideAt.length) > MAX_CELLS)
      throw new DataException(Words.of("data.csv.many_values", sniff.name(), MAX_CELLS));
    gap = false;
    long filledBefore = filled;
    double[] values = values(row, line);
    String target = targetAt < 0 ? null : target(row, line);
    if (besideAt.length > 0) beside.add(beside(row));
    if (gap) {
      filled = filledBefore;
      kept.add(-1);
      return;
    }
    kept.add(lines.size());
    inputs.add(values);
    lines.add(line);
    if (targetAt >= 0) targets.add(target);
  }

  private double[] values(CsvRows row, long line) {
    double[] values = new double[width];
    int at = 0;
    for (int i = 0; i < inputAt.length; i++) {
      InputForm.Column column = wanted.form.columns().get(i);
      String cell = row.cell(inputAt[i]);
      if (column.takesNumbers() ? marks.containsAmongNumbers(cell) : marks.contains(cell)) {
        missing(cell, line, column.name());
        Arrays.fill(values, at, at + column.width(), Double.NaN);
      } else if (column.takesNumbers()) {
        values[at] = number(cell, line, i);
      } else {
        int category = category(cell, line, column);
        if (category >= 0) values[at + category] = 1;
      }
      at += column.width();
    }
    return values;
  }

  private double number(String cell, long line, int input) {
    String name = wanted.form.columns().get(input).name();
    boolean word = !sniff.decimal().isNumber(cell) && !Decimal.isInfinite(cell);
    if (word && wanted.training && sniff.columns().get(inputAt[input]).type() == Type.WORDS)
      throw new DataException(Words.of("data.csv.word", where(line, name), InputFiles.quoted(cell)));
    return sniff.decimal().parse(cell, () -> where(line, name));
  }

  private int category(String cell, long line, InputForm.Column column) {
    int category = column.categories().indexOf(cell);
    if (category < 0 && !wanted.form.unknownAsZeros())
      throw new DataException(Words.of("data.csv.unknown_word", where(line, column.name()), InputFiles.quoted(cell),
          InputFiles.listed(column.categories())));
    return category;
  }

  /// A gap in the target cannot be filled.
  private String target(CsvRows row, long line) {
    String cell = row.cell(targetAt);
    boolean numbers = sniff.columns().get(targetAt).type() == Type.NUMBERS;
    if (!(numbers ? marks.containsAmongNumbers(cell) : marks.contains(cell))) return cell;
    missing(cell, line, wanted.target);
    gap = true;
    return cell;
  }

  private void missing(String cell, long line, String column) {
    switch (wanted.form.missing()) {
      case REFUSE -> throw new DataException(Words.of("data.missing.refused", where(line, column), cell.isEmpty()
          ? Words.of("data.missing.gap") : Words.of("data.missing.mark", InputFiles.quoted(cell)),
          !wanted.training ? Words.of("data.missing.model") : column.equals(wanted.target)
              ? Words.of("data.missing.drop") : Words.of("data.missing.drop_or_fill")));
      case DROP -> gap = true;
      case MEAN -> filled++;
    }
  }

  /// Returns numbers with a decimal point, so that written numbers can be read again, and words as they are.
  private List<String> beside(CsvRows row) {
    return Arrays.stream(besideAt).mapToObj(at -> sniff.columns().get(at).type() == Type.NUMBERS
        ? sniff.decimal().plain(row.cell(at)) : row.cell(at)).toList();
  }
}
