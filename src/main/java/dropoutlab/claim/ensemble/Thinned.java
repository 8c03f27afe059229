package dropoutlab.claim.ensemble;

import dropoutlab.claim.Bench;
import dropoutlab.data.Schema;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.ForcedPasses;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Network;
import dropoutlab.predict.McDropout;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/// A network of the engine with one logistic output, and its thinned networks.
///
/// @param layer     the last of its dropout layers
/// @param droppable how many units are dropped or kept, in all layers
record Thinned(Schema schema, NetworkSpec spec, Weights weights, int layer, int droppable, long seed) {
  /// What some passes gave, each one thinned network.
  ///
  /// @param answers (passes x rows) what each says
  /// @param means   (rows x 1) the mean over the passes
  /// @param masks   which units each keeps, those of the first dropout layer in the lowest bits; bit 1 for kept
  record Drawn(Matrix answers, Matrix means, List<Long> masks) {}

  /// How many units the last dropout layer has.
  int units() { return weights.weights().getLast().rows(); }

  Predictor predictor() { return new Predictor(schema, spec, weights, seed); }

  private Network network() {
    Network network = new Network(spec, schema.shape(), 1, index -> RandomStream.of(seed, Purpose.PREDICTION, index));
    network.load(weights);
    return network;
  }

  /// Returns what the network says with masks off, (rows x 1).
  Matrix off(Tensor x) { return second(predictor().deterministic(x)); }

  private static Matrix second(Tensor answer) { return Matrix.generate(answer.rows(), 1, (r, _) -> answer.at(r, 1)); }

  /// Returns what each thinned network says, (2ⁿ x rows): row m under the mask that keeps unit j where bit j of m is 1.
  Matrix forced(Tensor x, ProgressMonitor watch) {
    ForcedPasses passes = new ForcedPasses(network(), layer, x);
    Tensor answer = new Tensor(0, 1);
    int networks = 1 << units(), rows = x.rows();
    float[] answers = new float[networks * rows];
    for (int mask = 0; mask < networks; mask++) {
      if (mask % 64 == 0) Bench.check(watch);
      passes.pass(mask, answer);
      Loss.BINARY_CROSS_ENTROPY.predict(answer, answer);
      System.arraycopy(answer.data(), 0, answers, mask * rows, rows);
    }
    return Matrix.copyOf(answers, networks, rows);
  }

  /// Makes passes; the first of them are the same, however many follow.
  Drawn drawn(Tensor x, int passes, ProgressMonitor watch) {
    Predictor predictor = predictor();
    float[] answers = new float[passes * x.rows()];
    List<Long> masks = new ArrayList<>();
    Matrix means = McDropout.predict(predictor, x, passes, true, (answer, pass) -> {
      if (pass % 16 == 0) Bench.check(watch);
      for (int r = 0; r < x.rows(); r++) answers[pass * x.rows() + r] = answer.at(r, 1);
      masks.add(bits(predictor.heldMasks()));
    }).mean();
    return new Drawn(Matrix.copyOf(answers, passes, x.rows()),
        Matrix.generate(x.rows(), 1, (r, _) -> means.at(r, 1)), masks);
  }

  /// The mask of the last pass as a number.
  private long bits(List<Matrix> masks) {
    long bits = 0;
    int at = 0;
    for (Matrix mask : masks)
      for (int unit = 0; unit < mask.cols(); unit++, at++) if (mask.get(unit) != 0) bits |= 1L << at;
    // Where p is 0 nothing is drawn.
    return at == 0 ? (1L << droppable) - 1 : bits;
  }
}
