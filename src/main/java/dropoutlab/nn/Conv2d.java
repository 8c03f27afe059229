package dropoutlab.nn;

import dropoutlab.math.Kernels;
import dropoutlab.math.MatMul;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// Convolution of maps with a k x k kernel (LeCun et al. 1989), in both modes; s the stride, q the padding with zeros:
///
/// `y[m, r, c] = b[m] + Σ W[(n, i, j), m] x[n, r s + i - q, c s + j - q]`, over input maps n and kernel cells i, j.
///
/// For one example that is a product, `y = Wᵀ X + b`, X being its patches, (maps k k x places); see [Patches].
/// Backward: `dW = Σ X dOutᵀ`, `db = Σ dOut`, `dX = W dOut`, and every pixel's gradient is the sum over the patches
/// that it is in.
///
/// W is (maps k k x new maps): a new map's incoming weights are a column, as in [Dense].
public final class Conv2d implements Layer {
  private final Shape in;
  private final int kernel;
  private final Patches places;
  private final Parameter weights;
  private final Parameter biases;
  private final Tensor patches;
  private final Tensor dPatches;
  private final Tensor one;
  private final Tensor dWeights;
  private final Tensor y;
  private final Tensor dx;
  private final int stride;
  private final int padding;
  private Tensor x;

  /// With weights 0. A kernel that does not fit is an [IllegalArgumentException].
  Conv2d(Shape in, int maps, int kernel, int stride, int padding) {
    this(in, kernel, stride, padding, Parameter.zeros(in.maps() * kernel * kernel, maps, true),
        Parameter.zeros(1, maps, false));
  }

  private Conv2d(Shape in, int kernel, int stride, int padding, Parameter weights, Parameter biases) {
    this.in = in;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    this.weights = weights;
    this.biases = biases;
    places = new Patches(in, kernel, stride, padding);
    patches = new Tensor(places.size(), places.places());
    dPatches = new Tensor(places.size(), places.places());
    one = new Tensor(maps(), places.places());
    dWeights = new Tensor(places.size(), maps());
    y = new Tensor(0, out().size());
    dx = new Tensor(0, in.size());
  }

  @Override public Conv2d sharing() { return new Conv2d(in, kernel, stride, padding, weights, biases); }

  /// What the layer gives out.
  Shape out() { return new Shape(maps(), places.rows(), places.cols()); }

  private int maps() { return biases.value().cols(); }

  /// Gaussian weights as [Dense] draws them: fan-in and fan-out are those of a kernel, maps k k.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    Dense.draw(weights.value(), places.size(), maps() * kernel * kernel, initialisation, stream);
    biases.value().fill(0);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != in.size())
      throw new IllegalArgumentException("Conv2d expects " + in + " inputs, the batch has " + x.cols() + " columns");
    this.x = x;
    y.resize(x.rows());
    for (int n = 0; n < x.rows(); n++) {
      places.unfold(x.data(), n * in.size(), patches);
      MatMul.multiplyTransposedA(weights.value(), patches, one);
      giveExample(y, n);
    }
    return y;
  }

  /// Example `n` of `y` becomes `one`, (maps x places), with the biases added.
  private void giveExample(Tensor y, int n) {
    float[] to = y.data(), from = one.data();
    for (int m = 0, at = n * y.cols(); m < maps(); m++) {
      float b = biases.value().data()[m];
      for (int r = 0; r < places.rows(); r++)
        for (int i = row(m, r), end = i + places.cols(); i < end; i++) to[at++] = from[i] + b;
    }
  }

  /// Where in `one` a row of places of a map begins.
  private int row(int map, int row) { return map * places.places() + row * places.pitch(); }

  @Override public Tensor backward(Tensor dOut) {
    gradients(dOut);
    dx.resize(dOut.rows()).fill(0);
    for (int n = 0; n < dOut.rows(); n++) {
      takeExample(dOut, n);
      MatMul.multiply(weights.value(), one, dPatches);
      places.fold(dPatches, dx.data(), n * in.size());
    }
    return dx;
  }

  @Override public void gradients(Tensor dOut) {
    weights.gradient().fill(0);
    biases.gradient().fill(0);
    for (int n = 0; n < dOut.rows(); n++) {
      takeExample(dOut, n);
      places.unfold(x.data(), n * in.size(), patches);
      MatMul.multiplyTransposedB(patches, one, dWeights);
      Kernels.axpy(1, dWeights, weights.gradient());
      addRowSums(one, biases.gradient().data());
    }
  }

  /// `one` becomes example `n` of `dOut`, (maps x places), with 0 in the gaps.
  private void takeExample(Tensor dOut, int n) {
    one.fill(0);
    for (int m = 0, at = n * dOut.cols(); m < maps(); m++)
      for (int r = 0; r < places.rows(); r++, at += places.cols())
        System.arraycopy(dOut.data(), at, one.data(), row(m, r), places.cols());
  }

  private static void addRowSums(Tensor a, float[] sums) {
    for (int m = 0, at = 0; m < a.rows(); m++) {
      float sum = 0;
      for (int end = at + a.cols(); at < end; at++) sum += a.data()[at];
      sums[m] += sum;
    }
  }

  @Override public List<Parameter> parameters() { return List.of(weights, biases); }
}
