package dropoutlab.ui.train;

import dropoutlab.data.DataSet;
import dropoutlab.data.Decimal;
import dropoutlab.spec.Categories;
import dropoutlab.spec.Missing;
import dropoutlab.spec.Task;
import dropoutlab.words.Numbers;

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
      case BY_ITSELF -> "classes where it holds words";
      case CLASSES -> "classes";
      case NUMBERS -> "numbers";
    };
  }

  static String delimiter(String delimiter) {
    return switch (delimiter) {
      case "," -> "commas";
      case ";" -> "semicolons";
      case "tab" -> "tabs";
      default -> "bars";
    };
  }

  static String title(Decimal decimal) {
    return switch (decimal) {
      case POINT -> "point, as in 1.5";
      case COMMA -> "comma, as in 1,5";
    };
  }

  static String title(Missing missing) {
    return switch (missing) {
      case REFUSE -> "are refused";
      case DROP -> "leave their row out";
      case MEAN -> "become the mean of the training rows";
    };
  }

  static String title(Categories categories) {
    return switch (categories) {
      case REFUSE -> "are refused";
      case ONE_HOT -> "become an input each";
      case ONE_HOT_OR_ZEROS -> "an input each, unknown ones none";
    };
  }

  /// What was read, and what was decided for the reader.
  static String told(DataSet data) {
    int inputs = data.schema().inputs().size();
    String kind = data.schema().task() == Task.REGRESSION ? "a regression of " + data.schema().target()
        : data.schema().classes().size() + " classes";
    return Numbers.count(data.train().size()) + " rows to train on, "
        + (data.holdsOut() ? Numbers.count(data.validation().size()) + " to validate" : "nothing held out") + "; "
        + Numbers.count(inputs) + (inputs == 1 ? " input" : " inputs") + "; " + kind + "."
        + (data.notes().isEmpty() ? "" : "\n" + String.join("\n", data.notes()));
  }
}
