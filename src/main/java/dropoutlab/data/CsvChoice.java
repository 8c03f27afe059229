package dropoutlab.data;

import dropoutlab.data.CsvSniff.Column;
import dropoutlab.data.CsvSniff.Type;
import dropoutlab.spec.Categories;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns of a table from which the network learns, and the notes on that choice.
///
/// @param notes what was decided for the reader, each a clause without a full stop
record CsvChoice(InputForm form, Task task, List<String> notes) {
  /// Makes the choice. Throws a [DataException] if the columns, as far as they have been looked at, cannot be learned
  /// from.
  static CsvChoice of(CsvSniff sniff, DataSpec.Csv spec) {
    if (sniff.lacksHeader()) throw sniff.withoutHeader();
    List<String> notes = new ArrayList<>();
    if (!sniff.note().isEmpty()) notes.add(sniff.note());
    Column target = sniff.columns().get(sniff.require(spec.target(), Words.of("data.column.target")));
    if (target.type() == Type.EMPTY && sniff.rows() > 0)
      throw nothing(sniff, target, Words.of("data.column.not_target"));
    List<Column> inputs = inputs(sniff, spec, target, notes);
    if (inputs.isEmpty())
      throw new DataException(Words.of("data.csv.no_input", sniff.name(), InputFiles.quoted(spec.target())));
    for (Column column : inputs) if (!column.note().isEmpty()) notes.add(column.note());
    if (!target.note().isEmpty()) notes.add(target.note());
    List<InputForm.Column> read = inputs.stream().map(column -> form(sniff, column, spec.categories())).toList();
    return new CsvChoice(new InputForm(read, spec.missing(), spec.missingMarks(),
        spec.categories() == Categories.ONE_HOT_OR_ZEROS, sniff.decimal(), false), task(target, spec.task()), notes);
  }

  private static List<Column> inputs(CsvSniff sniff, DataSpec.Csv spec, Column target, List<String> notes) {
    Set<Column> ignored = ignored(sniff, spec.ignore());
    List<Column> inputs = new ArrayList<>();
    if (spec.inputs() != null) {
      for (String name : spec.inputs())
        inputs.add(sniff.columns().get(sniff.require(name, Words.of("data.column.inputs"))));
      if (inputs.contains(target))
        throw new DataException(Words.of("data.csv.target_is_input", sniff.name(), InputFiles.quoted(target.name())));
      inputs.removeAll(ignored);
      return checked(sniff, inputs);
    }
    for (Column column : sniff.columns()) {
      if (column.equals(target) || ignored.contains(column) || column.isNothing()) continue;
      if (column.named()) inputs.add(column);
      else notes.add(Words.of("data.csv.unnamed", column.name(), InputFiles.quoted(column.name())));
    }
    return checked(sniff, inputs);
  }

  /// A name that several columns share means all of them.
  private static Set<Column> ignored(CsvSniff sniff, List<String> names) {
    Set<Column> ignored = new HashSet<>();
    for (String name : names == null ? List.<String>of() : names) {
      if (sniff.find(name) == -1) sniff.require(name, Words.of("data.column.ignore"));
      sniff.columns().stream().filter(column -> column.name().equals(CsvSniff.oneLine(name))).forEach(ignored::add);
    }
    return ignored;
  }

  /// Requires that each name occurs once and that no column is empty.
  private static List<Column> checked(CsvSniff sniff, List<Column> inputs) {
    Set<String> seen = new HashSet<>();
    for (Column column : inputs) {
      if (!seen.add(column.name()))
        throw new DataException(Words.of("data.csv.two_columns", sniff.name(), InputFiles.quoted(column.name())));
      if (column.type() == Type.EMPTY && sniff.rows() > 0)
        throw nothing(sniff, column, Words.of("data.column.leave_out"));
    }
    return inputs;
  }

  private static DataException nothing(CsvSniff sniff, Column column, String advice) {
    return new DataException(Words.of("data.csv.no_value", sniff.name(), InputFiles.quoted(column.name()), advice));
  }

  private static InputForm.Column form(CsvSniff sniff, Column column, Categories categories) {
    if (categories == Categories.REFUSE || column.type() != Type.WORDS)
      return new InputForm.Column(column.name(), List.of());
    if (column.values().isEmpty())
      throw new DataException(Words.of("data.csv.many_words", sniff.name(), InputFiles.quoted(column.name()),
          ClassLabels.MAX_CLASSES));
    return new InputForm.Column(column.name(), column.values());
  }

  private static Task task(Column target, Task asked) {
    if (asked != null) return asked;
    return target.type() == Type.NUMBERS ? Task.REGRESSION : Task.CLASSIFICATION;
  }
}
