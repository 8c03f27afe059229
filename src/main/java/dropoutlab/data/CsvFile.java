package dropoutlab.data;

import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// CSV files with a header: those to train on, and those to predict from with a schema that was learned before.
/// Every fault of a file is a [DataException] with one sentence that names the line and the column where it can.
public final class CsvFile {
  private static final int SHOWN_NAMES = 8;

  private CsvFile() {}

  /// Reads the inputs of new examples: columns are found by name in any order, other columns are ignored.
  ///
  /// @return (rows x inputs), scaled, in the file's order
  public static Tensor readInputs(Path file, Schema schema) {
    CsvTable table = read(file, schema, false);
    Tensor x = Columns.scaledInputs(schema, table.inputs());
    if (!x.allFinite()) throw tooFar(table);
    return x;
  }

  /// Reads new examples whose target is known; it must be among the schema's classes.
  public static Examples readExamples(Path file, Schema schema) {
    CsvTable table = read(file, schema, true);
    double[] targets = schema.task() == Task.REGRESSION ? numbers(table, schema.target())
        : classIndices(table, schema.target(), schema.classes());
    Examples examples = new Examples(Columns.scaledInputs(schema, table.inputs()),
        Columns.scaledTargets(schema, targets));
    if (!finite(examples)) throw tooFar(table);
    return examples;
  }

  static DataSet load(DataSpec.Csv spec, Path base, RandomStream random) {
    Path file = InputFiles.resolve(base, spec.path());
    CsvTable table = CsvTable.read(file, header -> allBut(header, spec.target(), InputFiles.name(file)));
    boolean regression = spec.task() == null ? readsAsNumbers(table.targets()) : spec.task() == Task.REGRESSION;
    DataSet data = regression ? regression(table, spec, random) : classification(table, spec, random);
    if (!finite(data.train()) || !finite(data.validation())) throw tooFar(table);
    return data;
  }

  /// Whether a target of unstated task is a quantity: all numbers; or numbers with a stray word, of too many values to
  /// be classes, so that the word is then reported with its line.
  private static boolean readsAsNumbers(List<String> targets) {
    if (targets.stream().allMatch(CsvNumber::isNumber)) return true;
    return targets.stream().anyMatch(CsvNumber::isNumber)
        && targets.stream().distinct().count() > ClassLabels.MAX_CLASSES;
  }

  private static DataSet regression(CsvTable table, DataSpec.Csv spec, RandomStream random) {
    RawExamples all = new RawExamples(table.inputs(), numbers(table, spec.target()));
    Split split = Split.of(new int[all.size()], spec.validationShare(), random, table.name());
    checkWidth(table, split);
    return Columns.ofRegression(table.inputNames(), spec.target())
        .scale(all.pick(split.train()), all.pick(split.validation()));
  }

  private static DataSet classification(CsvTable table, DataSpec.Csv spec, RandomStream random) {
    String targetColumn = table.name() + ", column " + InputFiles.quoted(spec.target()) + ":";
    List<String> classes = ClassLabels.of(table.targets(), targetColumn + " the target");
    double[] labels = classIndices(table, spec.target(), classes);
    RawExamples all = new RawExamples(table.inputs(), labels);
    int[] classOf = IntStream.range(0, labels.length).map(i -> (int) labels[i]).toArray();
    Split split = Split.of(classOf, spec.validationShare(), random, table.name());
    checkWidth(table, split);
    return Columns.ofClasses(table.inputNames(), spec.target(), classes)
        .scale(all.pick(split.train()), all.pick(split.validation()));
  }

  private static CsvTable.Choice allBut(List<String> header, String target, String name) {
    if (!header.contains(target)) throw missing(header, target, name, "the target");
    if (header.size() == 1)
      throw new DataException(name + " has no input column beside the target " + InputFiles.quoted(target) + ".");
    int at = header.indexOf(target);
    return new CsvTable.Choice(IntStream.range(0, header.size()).filter(c -> c != at).toArray(), at);
  }

  private static CsvTable read(Path file, Schema schema, boolean withTarget) {
    return CsvTable.read(file, header -> {
      String name = InputFiles.name(file);
      for (String input : schema.inputs())
        if (!header.contains(input)) throw missing(header, input, name, "which the model needs");
      if (withTarget && !header.contains(schema.target()))
        throw missing(header, schema.target(), name, "the model's target");
      int[] columns = schema.inputs().stream().mapToInt(header::indexOf).toArray();
      return new CsvTable.Choice(columns, withTarget ? header.indexOf(schema.target()) : -1);
    });
  }

  private static DataException missing(List<String> header, String column, String name, String why) {
    String names = String.join(", ", header.stream().limit(SHOWN_NAMES).map(InputFiles::quoted).toList())
        + (header.size() > SHOWN_NAMES ? " and " + (header.size() - SHOWN_NAMES) + " more" : "");
    return new DataException(name + " has no column " + InputFiles.quoted(column) + ", " + why
        + "; its header names " + names + ".");
  }

  private static double[] numbers(CsvTable table, String target) {
    return IntStream.range(0, table.targets().size())
        .mapToDouble(i -> CsvNumber.parse(table.targets().get(i), () -> table.where(table.lines().get(i), target)))
        .toArray();
  }

  private static double[] classIndices(CsvTable table, String target, List<String> classes) {
    double[] indices = new double[table.targets().size()];
    for (int i = 0; i < indices.length; i++) {
      String label = table.targets().get(i);
      indices[i] = ClassLabels.index(classes, label);
      if (indices[i] < 0)
        throw new DataException(table.where(table.lines().get(i), target) + ": " + InputFiles.quoted(label)
            + " is none of the classes that the model knows.");
    }
    return indices;
  }

  private static void checkWidth(CsvTable table, Split split) {
    int inputs = table.inputNames().size();
    if (inputs > split.train().length)
      throw new DataException(table.name() + " has " + inputs + " input columns but only " + split.train().length
          + " rows to train on (" + split.validation().length
          + " are held out); there must be at least as many rows as input columns.");
  }

  private static boolean finite(Examples examples) { return examples.x().allFinite() && examples.y().allFinite(); }

  /// A scaled value can overflow a float where the training column hardly varied.
  private static DataException tooFar(CsvTable table) {
    return new DataException(table.name() + " holds numbers too far from the training data to be computed with.");
  }
}
