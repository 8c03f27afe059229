package dropoutlab.predict.variant.maps;

import dropoutlab.frame.LayerView.Dropped;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.nn.dropout.DropBlock;
import java.util.ArrayList;
import java.util.List;

/// How much of a layer was really dropped.
///
/// @param nominal  p
/// @param expected the mean share by the method's closed form: less than p for DropBlock, whose blocks overlap
/// @param examples the share of each example of the batch
public record DroppedShare(double nominal, double expected, List<Double> examples) {
  public DroppedShare { examples = List.copyOf(examples); }

  /// Returns the mean share over the batch; 0 for an empty batch.
  public double measured() { return examples.stream().mapToDouble(Double::doubleValue).average().orElse(0); }

  /// Counts what a method dropped that drops a share p on average.
  public static DroppedShare of(Dropped dropped) { return of(dropped, dropped.p()); }

  /// Counts what DropBlock dropped with blocks of this side.
  public static DroppedShare ofDropBlock(LayerView.Maps maps, int block) {
    Dropped dropped = maps.dropped().orElseThrow();
    return of(dropped, DropBlock.droppedFraction(dropped.p(), block, maps.rows(), maps.columns()));
  }

  private static DroppedShare of(Dropped dropped, double expected) {
    Matrix factors = dropped.factors();
    List<Double> shares = new ArrayList<>();
    for (int example = 0; example < factors.rows(); example++) {
      int zeros = 0;
      for (int c = 0; c < factors.cols(); c++) if (factors.at(example, c) == 0) zeros++;
      shares.add((double) zeros / factors.cols());
    }
    return new DroppedShare(dropped.p(), expected, shares);
  }
}
