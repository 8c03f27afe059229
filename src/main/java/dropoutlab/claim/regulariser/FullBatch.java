package dropoutlab.claim.regulariser;

import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.Optimiser;
import dropoutlab.nn.layer.Chain;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.OptimiserSpec;
import java.util.List;

/// Gradient descent on the sum of squared errors of a batch, each row with a weight of its own. Layers, loss and update
/// are the engine's; only the weights of the rows are from here. Biases of the layers stay 0.
final class FullBatch {
  private static final Loss LOSS = Loss.MEAN_SQUARED_ERROR;

  private final Chain chain;
  private final int first;
  private final Tensor x;
  private final Tensor y;
  private final float[] factors;
  private final List<Parameter> trained;
  private final Optimiser optimiser;
  private final Tensor dOut;

  /// @param first   the first layer with weights
  /// @param weights of the rows
  FullBatch(Chain chain, int first, Tensor x, Tensor y, double[] weights, List<Parameter> trained, double rate) {
    this.chain = chain;
    this.first = first;
    this.x = x;
    this.y = y;
    this.trained = trained;
    optimiser = new Optimiser(new OptimiserSpec.Sgd(rate), trained);
    dOut = new Tensor(0, y.cols());
    factors = new float[weights.length];
    // The engine's loss is a mean over rows and columns.
    for (int i = 0; i < factors.length; i++) factors[i] = (float) (weights[i] * y.size());
  }

  void step() {
    computeGradients();
    optimiser.update();
  }

  private void computeGradients() {
    LOSS.gradient(chain.forward(x, Mode.TRAIN), y, dOut);
    float[] d = dOut.data();
    for (int i = 0; i < dOut.size(); i++) d[i] *= factors[i / dOut.cols()];
    chain.gradients(dOut, first);
  }

  /// Returns the greatest gradient of any weight where training stands.
  double greatestGradient() {
    computeGradients();
    double greatest = 0;
    for (Parameter each : trained)
      for (int i = 0; i < each.gradient().size(); i++)
        greatest = Math.max(greatest, Math.abs(each.gradient().data()[i]));
    return greatest;
  }

  /// Returns the outputs of the last step or gradient.
  Tensor output() { return chain.output(); }
}
