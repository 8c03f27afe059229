package dropoutlab.data;

import dropoutlab.spec.Missing;
import dropoutlab.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How the inputs of a network are made from the cells of a table or the pixels of images. The form is stored with a
/// model, so that new files are read as the training file was.
///
/// @param columns        the columns that are read, in the order of the inputs that they become
/// @param missingMarks   the words that mean a missing value; null for the usual ones
/// @param unknownAsZeros whether a word that is none of a column's categories makes all its inputs 0; otherwise it is
///                       refused
/// @param decimal        the decimal sign of the training file, which decides if a later file leaves it open
/// @param transposed     whether images are mirrored along their diagonal before they are read
public record InputForm(List<Column> columns, Missing missing, List<String> missingMarks, boolean unknownAsZeros,
                        Decimal decimal, boolean transposed) {
  /// @param categories the words that become one input of 0 or 1 each; empty for a column of numbers
  public record Column(String name, List<String> categories) {
    public Column {
      if (categories == null || categories.stream().anyMatch(Objects::isNull))
        throw new IllegalArgumentException(Words.of("data.model.categories"));
      categories = List.copyOf(categories);
    }

    public boolean takesNumbers() { return categories.isEmpty(); }

    /// Returns how many inputs the column becomes.
    public int width() { return takesNumbers() ? 1 : categories.size(); }
  }

  public InputForm {
    columns = List.copyOf(columns);
    missingMarks = missingMarks == null ? null : List.copyOf(missingMarks);
  }

  /// Makes a form in which every column is a number, without gaps.
  public static InputForm ofNumbers(List<String> names) {
    return new InputForm(names.stream().map(name -> new Column(name, List.of())).toList(), Missing.REFUSE, null, false,
        Decimal.POINT, false);
  }

  static InputForm ofImages(List<String> pixels, boolean transposed) {
    return new InputForm(ofNumbers(pixels).columns, Missing.REFUSE, null, false, Decimal.POINT, transposed);
  }

  /// Returns the names of the network's inputs: those of the columns, and for categories for example "colour=red".
  public List<String> inputs() {
    List<String> inputs = new ArrayList<>();
    for (Column column : columns) {
      if (column.takesNumbers()) inputs.add(column.name());
      for (String category : column.categories()) inputs.add(column.name() + "=" + category);
    }
    return inputs;
  }

  /// Returns whether the form contains no more than the names of the inputs.
  public boolean plain() { return equals(ofNumbers(columns.stream().map(Column::name).toList())); }
}
