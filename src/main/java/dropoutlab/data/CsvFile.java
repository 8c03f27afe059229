package dropoutlab.data;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.CsvStyle;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Task;
import dropoutlab.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Tables in text files: those to train on, and those to predict from with a schema that was learned before. Every
/// fault of a file is a [DataException] with one sentence that names the line and the column if it can.
public final class CsvFile {
  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab", ".txt");

  private CsvFile() {}

  /// Returns whether the name of a file is that of a table.
  public static boolean isNamedSo(Path file) {
    String name = InputFiles.name(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Returns the names of a table's columns.
  public static List<String> names(Path file) {
    CsvSniff sniff = CsvSniff.of(file, CsvStyle.SEEN);
    if (sniff.lacksHeader()) throw sniff.withoutHeader();
    return sniff.names();
  }

  /// Reads the inputs of new examples. Columns are found by name, in any order; other columns are ignored.
  ///
  /// @param beside further columns whose cells are returned as text
  public static NewRows readInputs(Path file, Schema schema, CsvStyle style, List<String> beside) {
    return read(file, schema, style, null, beside);
  }

  /// Reads new examples with known targets, which must be among the schema's classes.
  public static NewRows readExamples(Path file, Schema schema, CsvStyle style) {
    return read(file, schema, style, schema.target(), List.of());
  }

  private static NewRows read(Path file, Schema schema, CsvStyle style, String target, List<String> beside) {
    CsvText source = CsvText.of(file);
    CsvSniff sniff = CsvSniff.of(source, style.withMissingMarks(schema.form().missingMarks()),
        schema.form().decimal());
    CsvTable table = CsvTable.read(source, sniff, new CsvTable.Wanted(schema.form(), target, beside, false));
    List<String> notes = new ArrayList<>(notes(sniff, schema.form(), target));
    notes.addAll(table.gaps());
    PixelUnit.fault(schema, table.inputs()).ifPresent(notes::add);
    if (schema.form().missing() == Missing.MEAN)
      Gaps.fill(table.inputs(), schema.inputScaling().mean().stream().mapToDouble(Double::doubleValue).toArray());
    Tensor x = Columns.scaledInputs(schema, table.inputs());
    Tensor y = target == null ? new Tensor(x.rows(), 0)
        : Columns.scaledTargets(schema, targets(table, schema.task(), schema.classes()));
    if (!x.allFinite() || !y.allFinite()) throw tooFar(sniff);
    return new NewRows(x, y, table.kept(), table.beside(), told(sniff, notes));
  }

  /// Returns what was decided about the columns that the model needs.
  private static List<String> notes(CsvSniff sniff, InputForm form, String target) {
    List<String> names = new ArrayList<>(form.columns().stream().map(InputForm.Column::name).toList());
    if (target != null) names.add(target);
    return names.stream().map(sniff::find).filter(at -> at >= 0).map(at -> sniff.columns().get(at).note())
        .filter(note -> !note.isEmpty()).toList();
  }

  /// Turns each clause into a sentence that begins with the name of the file.
  private static List<String> told(CsvSniff sniff, List<String> clauses) {
    List<String> told = new ArrayList<>();
    if (sniff.guessed())
      told.add(Words.of("data.csv.guessed", sniff.name(), sniff.encoding()));
    for (String clause : clauses) told.add(sniff.name() + ": " + clause + ".");
    return told;
  }

  static DataSet load(DataSpec.Csv spec, Path base, RandomStream random) {
    CsvText source = CsvText.of(InputFiles.resolve(base, spec.path()));
    CsvSniff sniff = CsvSniff.of(source, spec.style(), Decimal.POINT);
    CsvChoice choice = CsvChoice.of(sniff, spec);
    CsvTable table = CsvTable.read(source, sniff, new CsvTable.Wanted(choice.form(), spec.target(), List.of(), true));
    Columns columns = new Columns(choice.task(), choice.form(), spec.target(), classes(table, spec, choice.task()));
    RawExamples all = raw(table, columns);
    List<String> notes = new ArrayList<>(choice.notes());
    notes.addAll(table.gaps());
    List<String> told = new ArrayList<>(told(sniff, notes));
    DataSet data = spec.validation() == null ? split(columns, all, spec, random, sniff)
        : withValidation(columns, all, spec, base, sniff, told);
    if (!finite(data.train()) || !finite(data.validation())) throw tooFar(sniff);
    return data.withNotes(told);
  }

  private static DataSet split(Columns columns, RawExamples all, DataSpec.Csv spec, RandomStream random,
      CsvSniff sniff) {
    int[] classOf = columns.task() == Task.REGRESSION ? new int[all.size()]
        : IntStream.range(0, all.size()).map(i -> (int) all.targets()[i]).toArray();
    Split split = Split.of(classOf, spec.validationShare(), random, sniff.name());
    checkWidth(columns, split.train().length, split.validation().length, sniff);
    return columns.scale(all.pick(split.train()), all.pick(split.validation()));
  }

  /// Takes the rows for validation from another file, which is read in the same way as the training file.
  private static DataSet withValidation(Columns columns, RawExamples all, DataSpec.Csv spec, Path base, CsvSniff sniff,
      List<String> told) {
    if (all.size() < 2) throw new DataException(Words.of("data.csv.one_row", sniff.name()));
    checkWidth(columns, all.size(), 0, sniff);
    CsvText source = CsvText.of(InputFiles.resolve(base, spec.validation()));
    CsvSniff other = CsvSniff.of(source, spec.style(), sniff.decimal());
    CsvTable table = CsvTable.read(source, other,
        new CsvTable.Wanted(columns.form(), columns.target(), List.of(), true));
    List<String> notes = new ArrayList<>(notes(other, columns.form(), columns.target()));
    notes.addAll(table.gaps());
    told.addAll(told(other, notes));
    return columns.scale(all, raw(table, columns));
  }

  private static List<String> classes(CsvTable table, DataSpec.Csv spec, Task task) {
    if (task == Task.REGRESSION) return List.of();
    Decimal decimal = table.sniff().decimal();
    boolean numbers = table.targets().stream().allMatch(decimal::isNumber);
    return ClassLabels.of(numbers ? table.targets().stream().map(decimal::canonical).toList() : table.targets(),
        Words.of("data.csv.target", table.name(), InputFiles.quoted(spec.target())));
  }

  private static RawExamples raw(CsvTable table, Columns columns) {
    return new RawExamples(table.inputs(), targets(table, columns.task(), columns.classes()));
  }

  /// Returns the numbers to predict, or the indices of the classes.
  private static double[] targets(CsvTable table, Task task, List<String> classes) {
    double[] targets = new double[table.targets().size()];
    Decimal decimal = table.sniff().decimal();
    for (int i = 0; i < targets.length; i++) {
      int row = i;
      String text = table.targets().get(i);
      targets[i] = task == Task.REGRESSION ? decimal.parse(text, () -> table.where(row))
          : ClassLabels.index(classes, text, decimal);
      if (targets[i] < 0 && task == Task.CLASSIFICATION)
        throw new DataException(Words.of("data.csv.unknown_class", table.where(row), InputFiles.quoted(text)));
    }
    return targets;
  }

  private static void checkWidth(Columns columns, int training, int heldOut, CsvSniff sniff) {
    int inputs = columns.form().columns().stream().mapToInt(InputForm.Column::width).sum();
    if (inputs > training)
      throw new DataException(Words.of("data.csv.wide", sniff.name(), inputs, training, heldOut));
  }

  private static boolean finite(Examples examples) { return examples.x().allFinite() && examples.y().allFinite(); }

  /// A scaled value can overflow a float if the training column hardly varied.
  private static DataException tooFar(CsvSniff sniff) {
    return new DataException(Words.of("data.csv.far", sniff.name()));
  }
}
