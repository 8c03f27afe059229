package dropoutlab.predict.variant;

import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How large the weights of one layer are.
///
/// @param weights   (inputs x units)
/// @param norm      the root of the sum of their squares
/// @param nearZero  the share that is smaller than [#NEAR]
/// @param unitNorms the norm of the weights into each unit
public record WeightSizes(Matrix weights, double norm, double nearZero, List<Double> unitNorms) {
  /// A weight below it hardly does anything. Steps of the optimiser are of this order, so that L1 keeps weights there.
  public static final double NEAR = 0.01;

  public WeightSizes { unitNorms = List.copyOf(unitNorms); }

  /// Returns the layers of a network in the order of the data: all that is a matrix of weights, and no bias.
  public static List<WeightSizes> of(Weights weights) {
    return Stream.concat(weights.body().stream().filter(each -> each.rows() > 1), weights.weights().stream())
        .map(WeightSizes::of).toList();
  }

  public static WeightSizes of(Matrix weights) {
    double[] squares = new double[weights.cols()];
    int near = 0;
    for (int i = 0; i < weights.size(); i++) {
      double w = weights.get(i);
      squares[i % weights.cols()] += w * w;
      if (Math.abs(w) < NEAR) near++;
    }
    double sum = 0;
    List<Double> norms = new ArrayList<>();
    for (double square : squares) {
      sum += square;
      norms.add(Math.sqrt(square));
    }
    return new WeightSizes(weights, Math.sqrt(sum), weights.isEmpty() ? 0 : (double) near / weights.size(), norms);
  }

  public double largestUnit() { return unitNorms.stream().mapToDouble(Double::doubleValue).max().orElse(0); }

  /// Returns the size of the largest weight.
  public double largest() { return weights.isEmpty() ? 0 : Math.max(weights.max(), -weights.min()); }
}
