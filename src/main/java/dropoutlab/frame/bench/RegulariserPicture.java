package dropoutlab.frame.bench;

import dropoutlab.frame.Matrix;
import java.util.List;

/// What the benches of the group regulariser want drawn.
public sealed interface RegulariserPicture extends Picture {
  /// Two weights of a linear model.
  ///
  /// @param x         the data, (examples x 2), column 2 in its scale
  /// @param penalties what dropout's penalty multiplies the square of each weight by
  /// @param plain     the weights without dropout
  /// @param exact     the weights with the least mean loss over all masks
  /// @param error     their squared error with masks off
  /// @param path      the same for each p: (p, weight 1, weight 2)
  /// @param trained   what the engine's training finds for some p, in the same columns
  /// @param ridge     ordinary ridge regression for each p, with the mean of both penalties on each weight
  /// @param ridged    its weights at p
  /// @param trail     where training was: (step, weight 1, weight 2), the last row where it stands
  record AdaptiveL2(double p, double scale, Matrix x, List<Double> y, List<Double> penalties, List<Double> plain,
                    List<Double> exact, double error, Matrix path, Matrix trained, Matrix ridge, List<Double> ridged,
                    Matrix trail) implements RegulariserPicture {
    public AdaptiveL2 {
      y = List.copyOf(y);
      penalties = List.copyOf(penalties);
      plain = List.copyOf(plain);
      exact = List.copyOf(exact);
      ridged = List.copyOf(ridged);
    }
  }
}
