package dropoutlab.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Mean and mean square of the units of a deep network of dense layers, SELU and noise, over all first weights, masks
/// and standard normal inputs. Weights are normal with variance 1 / width.
///
/// Given the units x below, the sums above are independent and normal with variance `r = |x|² / width`, and so r of one
/// layer is all that the next one needs. Its mean s and its variance V follow from those below to order 1 / width:
/// `s' = G(s) + G''(s) V / 2` and `V' = (K(s) - G(s)²) / width + G'(s)² V`, where G and K are the means of the square
/// and of the fourth power of a unit above sums of variance s.
public final class DeepMoments {
  private static final double STEP = 1e-3;

  private final UnitNoise noise;
  private final int width;

  private DeepMoments(UnitNoise noise, int width) {
    this.noise = noise;
    this.width = width;
  }

  /// The units behind one layer of noise.
  ///
  /// @param spread the variance of the mean square over examples
  public record Stage(double mean, double square, double spread) {
    public double variance() { return square - mean * mean; }
  }

  /// Returns the stages behind the noise on the inputs and then behind that of each layer.
  public static List<Stage> of(UnitNoise noise, int width, int depth) {
    DeepMoments law = new DeepMoments(noise, width);
    double square = noise.square(0, 1), fourth = noise.fourth(0, 1, 0, 3);
    List<Stage> stages = new ArrayList<>(List.of(new Stage(noise.mean(0), square, (fourth - square * square) / width)));
    for (int d = 0; d < depth; d++) stages.add(law.above(stages.getLast()));
    return stages;
  }

  private Stage above(Stage below) {
    double s = below.square, h = STEP * s, slope = (square(s + h) - square(s - h)) / (2 * h);
    double square = curved(this::square, s, h, below.spread), mean = curved(this::mean, s, h, below.spread);
    return new Stage(mean, square, (fourth(s) - square(s) * square(s)) / width + slope * slope * below.spread);
  }

  /// The mean of a function of a number with mean s and a small variance.
  private static double curved(DoubleUnaryOperator of, double s, double h, double variance) {
    double middle = of.applyAsDouble(s);
    double bend = (of.applyAsDouble(s + h) - 2 * middle + of.applyAsDouble(s - h)) / (h * h);
    return middle + bend * variance / 2;
  }

  private double mean(double s) { return noise.mean(SeluMoments.mean(1, s)); }

  private double square(double s) { return noise.square(SeluMoments.mean(1, s), SeluMoments.mean(2, s)); }

  private double fourth(double s) {
    return noise.fourth(SeluMoments.mean(1, s), SeluMoments.mean(2, s), SeluMoments.mean(3, s), SeluMoments.mean(4, s));
  }
}
