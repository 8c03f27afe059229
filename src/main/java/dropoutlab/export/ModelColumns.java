package dropoutlab.export;

import static dropoutlab.export.ModelFile.require;

import dropoutlab.data.Decimal;
import dropoutlab.data.ImageShape;
import dropoutlab.data.InputForm;
import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The part `data` of a model file: the inputs and the target that the network expects, and how they are standardised.
///
/// @param transposed true or null
/// @param table      null if the inputs are simply the numbers of the columns
record ModelColumns(Task task, List<String> inputs, String target, List<String> classes, List<Double> inputMean,
                    List<Double> inputSd, List<Double> targetMean, List<Double> targetSd, ImageShape image,
                    Boolean transposed, TableForm table) {
  /// How the inputs are made from the columns of a table, if the columns are not simply numbers.
  private record TableForm(List<InputForm.Column> columns, Missing missing, List<String> missingMarks,
                           boolean unknownAsZeros, Decimal decimal) {
    static TableForm of(InputForm form) {
      return form.transposed() || form.plain() ? null
          : new TableForm(form.columns(), form.missing(), form.missingMarks(), form.unknownAsZeros(), form.decimal());
    }

    InputForm form() {
      names("data.table.columns", columns == null ? null
          : columns.stream().map(column -> column == null ? null : column.name()).toList());
      require(missing != null, "export.model.missing", "data.table.missing");
      require(decimal != null, "export.model.missing", "data.table.decimal");
      if (missingMarks != null) names("data.table.missingMarks", missingMarks);
      return new InputForm(columns, missing, missingMarks, unknownAsZeros, decimal, false);
    }
  }

  static ModelColumns of(Schema s) {
    return new ModelColumns(s.task(), s.inputs(), s.target(), s.classes(), s.inputScaling().mean(),
        s.inputScaling().sd(), s.targetScaling().mean(), s.targetScaling().sd(), s.image().orElse(null),
        s.form().transposed() ? true : null, TableForm.of(s.form()));
  }

  Schema schema() {
    require(task != null, "export.model.missing", "data.task");
    names("data.inputs", inputs);
    require(!inputs.isEmpty(), "export.model.inputs");
    require(target != null, "export.model.missing", "data.target");
    boolean ofClasses = task == Task.CLASSIFICATION;
    names("data.classes", classes);
    require(ofClasses ? classes.size() >= 2 : classes.isEmpty(),
        "export.model.classes");
    int targets = switch (task) {
      case CLASSIFICATION -> 0;
      case REGRESSION -> 1;
      case RECONSTRUCTION -> inputs.size();
    };
    require(image == null || image.width() > 0 && image.pixels() == inputs.size(),
        "export.model.image");
    return new Schema(task, inputs, target, classes,
        new Scaling(column("inputMean", inputMean, inputs.size(), false),
            column("inputSd", inputSd, inputs.size(), true)),
        new Scaling(column("targetMean", targetMean, targets, false),
            column("targetSd", targetSd, targets, true)),
        Optional.ofNullable(image), form());
  }

  private InputForm form() {
    boolean turned = transposed != null && transposed;
    require(!turned || image != null && table == null, "export.model.transposed");
    InputForm form = table == null ? InputForm.ofNumbers(inputs) : table.form();
    require(form.inputs().equals(inputs), "export.model.columns");
    return turned ? new InputForm(form.columns(), form.missing(), null, false, form.decimal(), true) : form;
  }

  private static void names(String path, List<String> names) {
    require(names != null, "export.model.missing", path);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      require(seen.add(names.get(i)), "export.model.twice", path, i, names.get(i));
    }
  }

  private static List<Double> column(String key, List<Double> values, int size, boolean positive) {
    require(values != null && values.size() == size, "export.model.numbers", "data." + key, size);
    for (int i = 0; i < size; i++) {
      double value = values.get(i);
      require(Double.isFinite(value) && (!positive || value > 0),
          positive ? "export.model.positive" : "export.model.number", "data." + key + "[" + i + "]");
    }
    return values;
  }
}
