package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Decimal;
import dropoutlab.spec.Categories;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;
import dropoutlab.words.Words;
import java.util.stream.Stream;

/// What the choices for a table are called.
final class TableWords {
  /// What is predicted.
  enum Kind {
    BY_ITSELF(null), CLASSES(Task.CLASSIFICATION), NUMBERS(Task.REGRESSION);

    private final Task task;

    Kind(Task task) { this.task = task; }

    /// Null: classes where the column holds words, else numbers.
    Task task() { return task; }
  }

  private TableWords() {}

  static String title(Kind kind) {
    return switch (kind) {
      case BY_ITSELF -> Words.of("trainview.choose.kind.by_itself");
      case CLASSES -> Words.of("trainview.choose.kind.classes");
      case NUMBERS -> Words.of("trainview.choose.kind.numbers");
    };
  }

  static String delimiter(String delimiter) {
    return switch (delimiter) {
      case "," -> Words.of("trainview.choose.commas");
      case ";" -> Words.of("trainview.choose.semicolons");
      case "tab" -> Words.of("trainview.choose.tabs");
      default -> Words.of("trainview.choose.bars");
    };
  }

  static String title(Decimal decimal) {
    return switch (decimal) {
      case POINT -> Words.of("trainview.choose.point");
      case COMMA -> Words.of("trainview.choose.comma");
    };
  }

  static String title(Missing missing) {
    return switch (missing) {
      case REFUSE -> Words.of("trainview.choose.refused");
      case DROP -> Words.of("trainview.choose.row_out");
      case MEAN -> Words.of("trainview.choose.mean");
    };
  }

  static String title(Categories categories) {
    return switch (categories) {
      case REFUSE -> Words.of("trainview.choose.refused");
      case ONE_HOT -> Words.of("trainview.choose.one_hot");
      case ONE_HOT_OR_ZEROS -> Words.of("trainview.choose.one_hot_or_zeros");
    };
  }

  /// What was read, and what was decided for the reader.
  static String told(DataSet data) {
    String kind = data.schema().task() == Task.REGRESSION
        ? Words.of("trainview.choose.regression", data.schema().target())
        : Words.count("trainview.choose.of_classes", data.schema().classes().size());
    String train = Numbers.count(data.train().size());
    String rows = data.holdsOut()
        ? Words.of("trainview.choose.rows", train, Numbers.count(data.validation().size()))
        : Words.of("trainview.choose.rows.nothing_held_out", train);
    int count = data.schema().inputs().size();
    String inputs = Words.count("trainview.choose.inputs", count, Numbers.count(count));
    String told = Words.of("trainview.choose.told", rows, inputs, kind);
    return String.join("\n", Stream.concat(Stream.of(told), data.notes().stream()).toList());
  }
}
