package dropoutlab.claim.scaling;

import dropoutlab.claim.Settings;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Loss;
import dropoutlab.nn.dropout.InvertedDropout;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.Dense;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.spec.Activation;
import dropoutlab.spec.Initialisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A small network of the engine's layers, there and back for one example: two hidden layers of tanh units, each behind
/// inverted dropout, one output, squared error. All its numbers, and their gradients, are one vector as that of
/// [dropoutlab.theory.MaskedTanh].
final class BackwardEngine {
  static final int[] SIZES = {3, 6, 6, 1};
  static final float TARGET = 1;
  private static final double LARGEST_BIAS = .3;

  private final List<Dense> denses = new ArrayList<>();
  private final List<Activate> activations = new ArrayList<>();
  private final List<InvertedDropout> dropouts = new ArrayList<>();
  private final Tensor x;
  private final Tensor dOut = new Tensor(0, 1);
  private final List<Matrix> values = new ArrayList<>();

  BackwardEngine(Settings settings) {
    double[] inputs = settings.array("x");
    x = new Tensor(1, inputs.length);
    for (int i = 0; i < inputs.length; i++) x.data()[i] = (float) inputs[i];
    for (int layer = 0; layer + 1 < SIZES.length; layer++) {
      denses.add(dense(layer, settings.seed()));
      if (layer + 2 == SIZES.length) break;
      activations.add(new Activate(Activation.TANH, SIZES[layer + 1]));
      dropouts.add(new InvertedDropout(settings.get("p"), SIZES[layer + 1],
          RandomStream.of(settings.seed(), Purpose.MASKS, layer)));
    }
    forward();
  }

  private static Dense dense(int layer, long seed) {
    RandomStream stream = RandomStream.of(seed, Purpose.WEIGHTS, layer);
    Dense dense = new Dense(SIZES[layer], SIZES[layer + 1]);
    dense.initialise(Initialisation.XAVIER, stream);
    float[] biases = dense.biases().value().data();
    for (int i = 0; i < biases.length; i++) biases[i] = (float) stream.uniform(-LARGEST_BIAS, LARGEST_BIAS);
    return dense;
  }

  private void forward() {
    Tensor at = x;
    values.add(table(at));
    for (int i = 0; i < dropouts.size(); i++) {
      at = dropouts.get(i).forward(activations.get(i).forward(denses.get(i).forward(at, Mode.TRAIN), Mode.TRAIN),
          Mode.TRAIN);
      values.add(table(at));
    }
    at = denses.getLast().forward(at, Mode.TRAIN);
    values.add(table(at));
    Loss.MEAN_SQUARED_ERROR.gradient(at, Tensor.of(1, 1, TARGET), dOut);
  }

  private static Matrix table(Tensor of) { return Matrix.copyOf(of.data(), 1, of.cols()); }

  /// Returns the inputs, the hidden units behind their masks, and the output.
  List<Matrix> values() { return values; }

  /// Returns the factors of each hidden layer.
  List<Matrix> masks() {
    List<Matrix> masks = new ArrayList<>();
    for (InvertedDropout each : dropouts) {
      Tensor mask = each.mask().copy();
      if (mask.rows() == 0) mask.resize(1).fill(1);
      masks.add(table(mask));
    }
    return masks;
  }

  /// Returns all numbers: the inputs, then each layer's weights and biases.
  double[] numbers() { return all(x, false); }

  /// What came back.
  ///
  /// @param all    the gradients of all numbers
  /// @param before the gradient by the last hidden units behind their mask
  /// @param behind the same before their mask: what dropout returned
  record Gradients(double[] all, Matrix before, Matrix behind) {}

  Gradients backward() { return back(dropouts); }

  /// The way back through layers that stand at inference, as where a live flag was toggled in between.
  Gradients toggled() {
    List<Layer> off = new ArrayList<>();
    for (int i = 0; i < dropouts.size(); i++) {
      Layer layer = dropouts.get(i).sharing();
      layer.forward(new Tensor(1, SIZES[i + 1]), Mode.INFERENCE);
      off.add(layer);
    }
    return back(off);
  }

  private Gradients back(List<? extends Layer> dropout) {
    Tensor by = denses.getLast().backward(dOut);
    Matrix before = table(by), behind = null;
    for (int i = dropout.size() - 1; i >= 0; i--) {
      by = dropout.get(i).backward(by);
      if (behind == null) behind = table(by);
      by = denses.get(i).backward(activations.get(i).backward(by));
    }
    return new Gradients(all(by, true), before, behind);
  }

  private double[] all(Tensor inputs, boolean gradients) {
    List<Tensor> parts = new ArrayList<>(List.of(inputs));
    for (Dense dense : denses)
      dense.parameters().forEach(each -> parts.add(gradients ? each.gradient() : each.value()));
    double[] all = new double[parts.stream().mapToInt(Tensor::size).sum()];
    int at = 0;
    for (Tensor part : parts) for (int i = 0; i < part.size(); i++) all[at++] = part.data()[i];
    return all;
  }

  /// The factors as numbers.
  static double[][] numbers(List<Matrix> masks) { return masks.stream().map(Matrix::toArray).toArray(double[][]::new); }

  /// Factors that let everything through.
  static double[][] ones() {
    double[][] ones = new double[SIZES.length - 2][];
    for (int i = 0; i < ones.length; i++) Arrays.fill(ones[i] = new double[SIZES[i + 1]], 1);
    return ones;
  }
}
