package dropoutlab.predict;

import dropoutlab.frame.BareFrame;
import dropoutlab.frame.Frame;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Frames with known weights, for tests that need no training.
public final class Frames {
  private Frames() {}

  public static Experiment experiment(String json) { return ExperimentJson.read(json, "test.json"); }

  public static Frame of(Experiment experiment, Weights weights) {
    return BareFrame.of(experiment, 1, weights);
  }

  /// Draws weights with standard deviation 1 and biases with 1/2 for layers of these widths, the inputs first.
  public static Weights drawn(int... widths) {
    RandomStream random = RandomStream.of(5, RandomStream.Purpose.WEIGHTS);
    List<Matrix> weights = new ArrayList<>(), biases = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      weights.add(Matrix.generate(widths[i - 1], widths[i], (_, _) -> (float) random.nextGaussian()));
      biases.add(Matrix.generate(1, widths[i], (_, _) -> (float) (random.nextGaussian() / 2)));
    }
    return new Weights(weights, biases);
  }
}
