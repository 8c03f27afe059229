package dropoutlab.nn;

import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.RegulariserSpec;
import java.util.Arrays;

/// Penalties on weights (never on biases), and soft labels:
///
/// - L1 adds λ₁ Σ|w| to the loss; its gradient is λ₁ sign(w), and 0 at w = 0
/// - L2 adds λ₂/2 Σw² to the loss; its gradient is λ₂ w
/// - max-norm scales the incoming weights of each unit back to ‖w‖ ≤ c after the update (Srivastava et al. 2014, 5.1)
/// - label smoothing replaces a label t of K classes by (1-ε) t + ε/K (Szegedy et al. 2016, section 7)
public final class Regulariser {
  private final RegulariserSpec spec;
  private float[] norms = new float[0];

  public Regulariser(RegulariserSpec spec) {
    this.spec = spec;
  }

  /// Smooths labels in place. `y` is (batch x classes), one-hot or mixed, or (batch x 1) for two classes.
  public void smooth(Tensor y) {
    if (spec.labelSmoothing() == 0) return;
    int classes = Math.max(2, y.cols());
    float kept = (float) (1 - spec.labelSmoothing()), each = (float) (spec.labelSmoothing() / classes);
    float[] t = y.data();
    for (int i = 0; i < y.size(); i++) t[i] = kept * t[i] + each;
  }

  /// Adds the gradients of the penalties to those of the loss.
  public void addGradients(Iterable<Parameter> parameters) {
    float l1 = (float) spec.l1(), l2 = (float) spec.l2();
    if (l1 == 0 && l2 == 0) return;
    for (Parameter parameter : parameters) {
      if (!parameter.weight()) continue;
      float[] w = parameter.value().data(), g = parameter.gradient().data();
      for (int i = 0; i < parameter.value().size(); i++) g[i] += l1 * Math.signum(w[i]) + l2 * w[i];
    }
  }

  /// Projects the incoming weights of every unit into the ball of radius max-norm.
  public void project(Iterable<Parameter> parameters) {
    if (spec.maxNorm() == 0) return;
    for (Parameter parameter : parameters) if (parameter.weight()) project(parameter.value());
  }

  /// The incoming weights of a unit are a column. The squares of all columns are summed at once, row by row, in memory
  /// order.
  private void project(Tensor weights) {
    int rows = weights.rows(), cols = weights.cols();
    float[] w = weights.data();
    if (norms.length < cols) norms = new float[cols];
    Arrays.fill(norms, 0, cols, 0);
    for (int r = 0; r < rows; r++)
      for (int c = 0; c < cols; c++) norms[c] += w[r * cols + c] * w[r * cols + c];
    for (int c = 0; c < cols; c++) norms[c] = Math.min(1, (float) (spec.maxNorm() / Math.sqrt(norms[c])));
    for (int r = 0; r < rows; r++)
      for (int c = 0; c < cols; c++) w[r * cols + c] *= norms[c];
  }
}
