package dropoutlab.ui.train;

import dropoutlab.data.CsvSniff.Column;
import dropoutlab.data.CsvSniff.Type;
import dropoutlab.data.CsvSniff;
import dropoutlab.spec.Categories;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec.Csv;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Task;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a person has chosen of a table so far, and the data that it asks for. Columns are known by where they stand.
///
/// @param style      what was said of how the text is written; the rest is as it is seen
/// @param target     the column to predict
/// @param taken      the columns that are inputs, where they are not the target
/// @param task       null: words are classes, numbers a regression
/// @param validation another file with rows for validation; null: a share is held out
@RecordBuilder
record TableChoices(Path file, CsvStyle style, CsvSniff sniff, int target, Set<Integer> taken, Task task,
                    Categories categories, Missing missing, String validation, double share)
    implements TableChoicesBuilder.With {
  /// The last column is to be predicted from all others that have names.
  static TableChoices of(Path file, CsvSniff sniff) {
    int last = IntStream.range(0, sniff.columns().size()).filter(c -> isSomething(sniff.columns().get(c)))
        .reduce((_, later) -> later).orElse(0);
    return new TableChoices(file, CsvStyle.SEEN, sniff, last, named(sniff), null, Categories.REFUSE, Missing.REFUSE,
        null, DataSpec.VALIDATION_SHARE);
  }

  private static boolean isSomething(Column column) { return column.named() || column.type() != Type.EMPTY; }

  private static Set<Integer> named(CsvSniff sniff) {
    return IntStream.range(0, sniff.columns().size()).filter(c -> sniff.columns().get(c).named()).boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The columns that a person may choose among.
  List<Integer> shown() {
    return IntStream.range(0, sniff.columns().size()).filter(c -> isSomething(sniff.columns().get(c))).boxed().toList();
  }

  Column column(int at) { return sniff.columns().get(at); }

  TableChoices taking(int column, boolean isTaken) {
    Set<Integer> next = new TreeSet<>(taken);
    if (isTaken) next.add(column);
    else next.remove(column);
    return withTaken(next);
  }

  /// Read again in another style: where the columns are the same, so is the choice among them.
  TableChoices readAs(CsvStyle style, CsvSniff sniff) {
    boolean same = names(sniff).equals(names(this.sniff));
    TableChoices kept = same ? this : withTarget(of(file, sniff).target).withTaken(named(sniff));
    return kept.withStyle(style).withSniff(sniff);
  }

  private static List<String> names(CsvSniff sniff) { return sniff.columns().stream().map(Column::name).toList(); }

  /// The inputs are named only where they are not all that have names; what is left out, where it is less.
  Csv spec() {
    Set<Integer> all = named(sniff), inputs = new TreeSet<>(taken);
    all.remove(target);
    inputs.remove(target);
    Set<Integer> left = new TreeSet<>(all);
    left.removeAll(inputs);
    boolean whole = inputs.equals(all), ignores = all.containsAll(inputs) && left.size() <= inputs.size();
    return new Csv(file.toString(), column(target).name(), task, whole || ignores ? null : names(inputs),
        whole || !ignores ? null : names(left), categories, missing, null, style.delimiter(), style.decimal(),
        style.encoding(), style.header(), validation, validation == null ? share : DataSpec.VALIDATION_SHARE, null);
  }

  private List<String> names(Set<Integer> columns) { return columns.stream().map(c -> column(c).name()).toList(); }
}
