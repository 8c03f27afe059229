package dropoutlab.data;

import dropoutlab.math.Tensor;
import java.util.List;

/// Examples from a file on which a model was not trained, read as its training data were.
///
/// @param x      (rows that could be read x inputs), scaled, in the order of the file
/// @param y      (as many rows x outputs), scaled; without columns if no target was asked for
/// @param kept   for each row of the file its row in `x`; -1 if it was left out for a missing value
/// @param beside the cells that were asked for, for each row of the file
/// @param notes  what the user should know about the reading, each a sentence
public record NewRows(Tensor x, Tensor y, List<Integer> kept, List<List<String>> beside, List<String> notes) {
  public NewRows {
    kept = List.copyOf(kept);
    beside = List.copyOf(beside);
    notes = List.copyOf(notes);
  }

  public Examples examples() { return new Examples(x, y); }
}
