package dropoutlab.claim.ensemble;

import dropoutlab.data.Scaling;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.Tensor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.Task;
import dropoutlab.theory.ThinnedUnit;
import java.util.List;
import java.util.Optional;

/// A network small enough to be computed by hand: one logistic unit, whose four inputs are dropped. With w x = (1, -1, 1,
/// 1.5), b = 0.1 and p = 0.5 masks off says 0.7941, and the 16 thinned networks 0.7446 on average.
final class ByHand {
  static final List<Double> TERMS = List.of(1.0, -1.0, 1.0, 1.5);
  static final double BIAS = .1;

  private ByHand() {}

  /// What each input adds to z with masks off: dropout is standard here, and so the weights are scaled by 1 - p there.
  static double[] terms(double p) { return TERMS.stream().mapToDouble(term -> (1 - p) * term).toArray(); }

  /// The sizes of what a logit is a sum of.
  static double size() { return BIAS + TERMS.stream().mapToDouble(Math::abs).sum(); }

  static ThinnedUnit unit(double p) { return new ThinnedUnit(TERMS.size(), p); }

  /// Inputs of 1 pass an identity, whose units standard dropout drops, so that the weights behind it are w x.
  static Thinned network(double p, long seed) {
    int units = TERMS.size();
    Schema schema = new Schema(Task.CLASSIFICATION, List.of("1", "2", "3", "4"), "class", List.of("0", "1"),
        new Scaling(List.of(0.0, 0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0, 1.0)), new Scaling(List.of(), List.of()), Optional.empty());
    NetworkSpec spec = new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(units, Activation.IDENTITY, p,
        new DropoutSpec.Standard())), Initialisation.HE);
    Weights weights = new Weights(List.of(Matrix.generate(units, units, (r, c) -> r == c ? 1 : 0),
        Matrix.generate(units, 1, (i, _) -> TERMS.get(i))), List.of(Matrix.generate(1, units, (_, _) -> 0), Matrix.row(BIAS)));
    return new Thinned(schema, spec, weights, 1, units, seed);
  }

  static Tensor ones() {
    Tensor x = new Tensor(1, TERMS.size());
    x.fill(1);
    return x;
  }
}
