package dropoutlab.nn.spatial;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.math.Correlation;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.layer.FirstWeights;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Initialisation;
import java.util.List;

/// Convolution of maps with a k x k kernel (LeCun et al. 1989), with stride s and a padding of q zeros. In both modes
///
/// `y[m, r, c] = b[m] + Σ W[(n, i, j), m] x[n, r s + i - q, c s + j - q]`, summed over input maps n and kernel cells
/// (i, j).
///
/// Backward, summed over examples and places: `dW[(n, i, j), m] = Σ x[n, r s + i - q, c s + j - q] dOut[m, r, c]` and
/// `db[m] = Σ dOut[m, r, c]`; dx is computed by [PixelGradients].
///
/// All three are sums of [Correlation] on maps that [Windows] lays out. W is (input maps · k · k x output maps): the
/// incoming weights of an output map are a column, as in [Dense].
public final class Conv2d implements Layer {
  private final Windows windows;
  private final PixelGradients pixels;
  private final Parameter weights;
  private final Parameter biases;
  private final Tensor one;
  private final Tensor dOne;
  private final Tensor sums;
  private final Tensor y;
  private final Tensor dx;
  private Tensor x;

  /// Makes a layer with weights 0. Throws an [IllegalArgumentException] if the kernel does not fit into the maps.
  public Conv2d(Shape in, int maps, int kernel, int stride, int padding) {
    this(in, kernel, stride, padding, Parameter.zeros(in.maps() * kernel * kernel, maps, true),
        Parameter.zeros(1, maps, false));
  }

  private Conv2d(Shape in, int kernel, int stride, int padding, Parameter weights, Parameter biases) {
    this.weights = weights;
    this.biases = biases;
    windows = new Windows(in, kernel, stride, padding);
    pixels = new PixelGradients(windows, maps());
    one = new Tensor(maps(), Correlation.roomOfPlaces(windows.places()));
    dOne = new Tensor(windows.places(), Correlation.roomOfMaps(maps()));
    sums = new Tensor(windows.cells.length + 1, dOne.cols());
    y = new Tensor(0, maps() * windows.rows * windows.cols);
    dx = new Tensor(0, in.size());
  }

  @Override public Conv2d sharing() {
    return new Conv2d(windows.in, windows.kernel, windows.stride, windows.padding, weights, biases);
  }

  private int maps() { return biases.value().cols(); }

  /// Draws the weights as [Dense] does; fan-in and fan-out are those of a kernel, maps · k · k.
  @Override public void initialise(Initialisation initialisation, RandomStream stream) {
    FirstWeights.draw(weights.value(), windows.cells.length, maps() * windows.kernel * windows.kernel, initialisation,
        stream);
    biases.value().fill(0);
  }

  @Override public Tensor forward(Tensor x, Mode mode) {
    if (x.cols() != dx.cols())
      throw new IllegalArgumentException("Conv2d expects " + windows.in + " inputs, the batch has " + x.cols() + " columns");
    this.x = x;
    y.resize(x.rows());
    for (int n = 0; n < x.rows(); n++) {
      windows.lay(x.data(), n * x.cols());
      Correlation.places(weights.value(), windows.flat(), windows.cells, biases.value(), windows.places(), one);
      windows.take(one, y.data(), n * y.cols());
    }
    return y;
  }

  @Override public Tensor backward(Tensor dOut) {
    gradients(dOut);
    dx.resize(dOut.rows());
    pixels.use(weights.value());
    for (int n = 0; n < dOut.rows(); n++) pixels.example(dOut.data(), n * dOut.cols(), dx.data(), n * dx.cols());
    return dx;
  }

  @Override public void gradients(Tensor dOut) {
    sums.fill(0);
    for (int n = 0; n < dOut.rows(); n++) {
      windows.lay(x.data(), n * x.cols());
      windows.layAcross(dOut.data(), n * dOut.cols(), maps(), dOne);
      Correlation.cells(windows.flat(), windows.cells, dOne, maps(), sums);
    }
    for (int cell = 0; cell < sums.rows(); cell++)
      System.arraycopy(sums.data(), cell * sums.cols(), cell < windows.cells.length ? weights.gradient().data()
          : biases.gradient().data(), cell % windows.cells.length * maps(), maps());
  }

  @Override public List<Parameter> parameters() { return List.of(weights, biases); }

  @Override public boolean isRandom() { return false; }

  @Override public LayerView view(Passage passed) { return passed.plain(Kind.CONVOLUTION); }
}
