package dropoutlab.data;

import dropoutlab.math.Tensor;
import java.util.List;

/// Examples from a file that a model was not trained on, read as its training data were.
///
/// @param x      (rows that could be read x inputs), scaled, in the file's order
/// @param y      (as many x outputs), scaled; without columns where no target was asked for
/// @param kept   for each row of the file its row in `x`; -1 where it was left out for a missing value
/// @param beside the cells that were asked for, for each row of the file
/// @param notes  what a person should know of the reading, each a sentence
public record NewRows(Tensor x, Tensor y, List<Integer> kept, List<List<String>> beside, List<String> notes) {
  public NewRows {
    kept = List.copyOf(kept);
    beside = List.copyOf(beside);
    notes = List.copyOf(notes);
  }

  public Examples examples() { return new Examples(x, y); }
}
