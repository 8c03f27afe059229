package dropoutlab.card;

import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView.StepMask.Place;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.build.DropoutLayers;
import dropoutlab.nn.build.LayerBuilder;
import dropoutlab.nn.depth.LayerDrop;
import dropoutlab.nn.dropout.DropBlock;
import dropoutlab.nn.dropout.DropConnect;
import dropoutlab.nn.dropout.DropoutLayer;
import dropoutlab.nn.dropout.SpatialDropout;
import dropoutlab.nn.dropout.TargetedUnits;
import dropoutlab.nn.dropout.TargetedWeights;
import dropoutlab.nn.layer.Activate;
import dropoutlab.nn.layer.DropRate;
import dropoutlab.nn.layer.Layer;
import dropoutlab.nn.layer.Mode;
import dropoutlab.nn.layer.Parameter;
import dropoutlab.nn.layer.Passage;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.LayerSpec.RecurrentDrop.RecurrentMethod;
import dropoutlab.spec.LayerSpec;
import java.util.List;
import java.util.stream.Stream;

/// The factors that the engine multiplies by in training, of as many examples as one sample needs.
///
/// @param values the factors
/// @param draws  how many of them were drawn independently
record EngineFactors(double[] values, double draws) {
  private static final int ROWS = 2000;
  private static final Shape MAPS = new Shape(8, 16, 16);

  static EngineFactors of(MethodCard card) {
    double p = card.p().orElseThrow();
    return switch (card.name()) {
      case "standard" -> units(new DropoutSpec.Standard(), p);
      case "inverted", "per-pixel", "embedding", "batch-norm" -> units(new DropoutSpec.Inverted(), p);
      case "gaussian" -> units(new DropoutSpec.Gaussian(), p);
      case "learnt-gaussian" -> units(new DropoutSpec.LearntGaussian(0.001), p);
      case "uniform" -> units(new DropoutSpec.Uniform(0.1), p);
      case "alpha" -> units(new DropoutSpec.Alpha(false), p);
      case "concrete" -> units(new DropoutSpec.Concrete(0.1, 1e-6, 1e-5), p);
      case "targeted-units" -> targetedUnits(p);
      case "drop-connect" -> weights(new DropConnect(weights(), biases(), linear(), p,
          DropoutSpec.DropConnect.Inference.MEAN, 1, stream()), 1);
      case "targeted-weights" -> weights(new TargetedWeights(weights(), biases(), linear(), p, 0.5, stream()), 0.5);
      case "spatial" -> masks(new SpatialDropout(p, MAPS, stream()), MAPS.size(), 1.0 / 256);
      case "drop-block" -> masks(new DropBlock(p, 3, MAPS, stream()), MAPS.size(), 1.0 / 9);
      case "per-step" -> recurrent(RecurrentMethod.PER_STEP, p, Place.STATE);
      case "variational" -> recurrent(RecurrentMethod.VARIATIONAL, p, Place.STATE);
      case "candidate" -> recurrent(RecurrentMethod.CANDIDATE, p, Place.CANDIDATE);
      case "zoneout" -> recurrent(RecurrentMethod.ZONEOUT, p, Place.STATE_ZONEOUT);
      case "word-types" -> wordTypes(p);
      case "stochastic-depth" -> stochasticDepth(p);
      case "layer-drop" -> layerDrop(p);
      case "attention" -> attention(p);
      case "residual" -> encoder(p, 16);
      case "feed-forward" -> encoder(p, 32);
      case "none" -> units(new DropoutSpec.Inverted(), 0);
      default -> throw new AssertionError("There are no factors of " + card.name());
    };
  }

  private static RandomStream stream() { return RandomStream.of(11, Purpose.MASKS); }

  private static Tensor ones(int rows, int cols) {
    Tensor ones = new Tensor(rows, cols);
    ones.fill(1);
    return ones;
  }

  private static EngineFactors of(Matrix factors, double independent) {
    double[] values = new double[factors.size()];
    for (int i = 0; i < values.length; i++) values[i] = factors.get(i);
    return new EngineFactors(values, independent * values.length);
  }

  private static EngineFactors units(DropoutSpec method, double p) {
    DropoutLayer layer = DropoutLayers.of(method, p, 50, stream());
    Tensor y = layer.forward(ones(ROWS, 50), Mode.TRAIN);
    Tensor m = p == 0 ? y : layer.mask();
    return of(Matrix.copyOf(m.data(), m.rows(), m.cols()), 1);
  }

  private static EngineFactors masks(DropoutLayer layer, int units, double independent) {
    layer.forward(ones(ROWS / 4, units), Mode.TRAIN);
    return of(Matrix.copyOf(layer.mask().data(), ROWS / 4, units), independent);
  }

  private static EngineFactors targetedUnits(double p) {
    Tensor incoming = weights().value();
    TargetedUnits layer = new TargetedUnits(p, 0.5, incoming, stream());
    return masks(layer, incoming.cols(), 0.5);
  }

  /// 20 x 30 different weights.
  private static Parameter weights() {
    Parameter weights = Parameter.zeros(20, 30, true);
    for (int i = 0; i < 600; i++) weights.value().data()[i] = 1 + i * 7919 % 600 / 600f;
    return weights;
  }

  private static Parameter biases() { return Parameter.zeros(1, 30, false); }

  private static Activate linear() { return new Activate(Activation.IDENTITY, 30); }

  /// An input of one 1 sees one row of the mask.
  private static EngineFactors weights(DropoutLayer layer, double independent) {
    double[] values = new double[ROWS * 30];
    Tensor x = new Tensor(ROWS, 20), w = weights().value();
    for (int r = 0; r < ROWS; r++) x.set(r, r % 20, 1);
    Tensor y = layer.forward(x, Mode.TRAIN);
    for (int r = 0; r < ROWS; r++)
      for (int c = 0; c < 30; c++) values[r * 30 + c] = y.at(r, c) / w.at(r % 20, c);
    return new EngineFactors(values, independent * values.length);
  }

  private static LayerView view(LayerSpec spec, Shape in, Tensor x) {
    LayerBuilder.Built built = new LayerBuilder(i -> RandomStream.of(11, Purpose.MASKS, i), 0)
        .all(List.of(spec), in).getFirst();
    Tensor y = built.layer().forward(x, Mode.TRAIN);
    return built.layer().view(new Passage(built.shape(), x, y, null, x.rows()));
  }

  private static EngineFactors recurrent(RecurrentMethod method, double p, Place place) {
    LayerSpec spec = new LayerSpec.Recurrent(LayerSpec.Recurrent.Cell.LSTM, 24,
        new LayerSpec.RecurrentDrop(method, 0, p, 0, false), true);
    var recurrent = (LayerView.Recurrent) view(spec, Shape.sequence(10, 8), ones(ROWS, 80));
    var mask = recurrent.masks().stream().filter(each -> each.place() == place).findFirst().orElseThrow();
    return of(mask.factors(), method == RecurrentMethod.VARIATIONAL ? 0.1 : 1);
  }

  private static EngineFactors wordTypes(double p) {
    Tensor words = new Tensor(ROWS, 6);
    for (int i = 0; i < words.size(); i++) words.data()[i] = i % 6;
    var view = (LayerView.Embedding) view(new LayerSpec.Embedding(6, 8, p), Shape.vector(6), words);
    return of(view.factors(), 1);
  }

  private static EngineFactors stochasticDepth(double p) {
    LayerSpec spec = new LayerSpec.Residual(List.of(new LayerSpec.Activate(Activation.IDENTITY)), p,
        LayerSpec.Residual.DepthMode.EXAMPLE, true);
    return of(((LayerView.Block) view(spec, Shape.vector(1), ones(20 * ROWS, 1))).kept(), 1);
  }

  private static EngineFactors layerDrop(double p) {
    Layer layer = new LayerDrop(new Activate(Activation.TANH, 1), 1, new DropRate(p), stream());
    Tensor x = ones(1, 1);
    double[] kept = new double[20 * ROWS];
    for (int i = 0; i < kept.length; i++) kept[i] = layer.forward(x, Mode.TRAIN) == x ? 0 : 1;
    return new EngineFactors(kept, kept.length);
  }

  private static EngineFactors attention(double p) {
    var view = (LayerView.Attention) view(new LayerSpec.Attention(4, p), Shape.sequence(8, 16), ones(ROWS, 128));
    return of(view.dropped().factors(), 1);
  }

  /// The factors inside an encoder block at the place that has this many numbers a word.
  private static EngineFactors encoder(double p, int width) {
    LayerView view = view(new LayerSpec.Encoder(4, 32, 0, p, p, 0), Shape.sequence(4, 16), ones(ROWS, 64));
    return inside(view).filter(each -> each.kind() == Kind.DROPOUT).map(LayerView.Sequence.class::cast)
        .filter(site -> site.features() == width).findFirst().map(site -> of(site.dropped().orElseThrow().factors(), 1))
        .orElseThrow();
  }

  private static Stream<LayerView> inside(LayerView view) {
    return view instanceof LayerView.Block block ? block.inside().stream().flatMap(EngineFactors::inside)
        : Stream.of(view);
  }
}
