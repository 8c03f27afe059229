package dropoutlab.predict.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.frame.Frame;
import dropoutlab.frame.LayerView.Kind;
import dropoutlab.frame.LayerView;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.RunState;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Shape;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.nn.layer.Mode;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.variant.dense.SelfNormalisation;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DropoutSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.ExperimentJson;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.LayerSpec;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.theory.VarianceRatio;
import dropoutlab.train.FrameBuilder;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Oracles: moments by hand, the closed forms of [VarianceRatio], and the mean-field recursion by numerical integration.
class VarianceShiftTest {
  private static final LayerSpec NORM = new LayerSpec.BatchNorm(1e-5, 0.1);
  private static final LayerSpec RELU = new LayerSpec.Activate(Activation.RELU);

  private static Tensor normal(int rows, int cols, double mean, double sd, long seed) {
    RandomStream stream = RandomStream.of(seed, RandomStream.Purpose.DATA);
    Tensor x = new Tensor(rows, cols);
    for (int i = 0; i < x.size(); i++) x.data()[i] = (float) (mean + sd * stream.nextGaussian());
    return x;
  }

  private static LayerRuns runs(List<LayerSpec> body, int inputs, int trainedOn) {
    NetworkSpec spec = new NetworkSpec(0, body, List.of(), Initialisation.LECUN);
    Network network = new Network(spec, Shape.vector(inputs), 1, i -> RandomStream.of(4, RandomStream.Purpose.MASKS, i));
    network.initialise(spec, 4);
    for (int step = 0; step < trainedOn; step++) network.forward(normal(500, inputs, 0, 1, 50 + step), Mode.TRAIN);
    return new LayerRuns(spec, Shape.vector(inputs), network.weights(), 4);
  }

  @Test void momentsAreThoseByHand() {
    Matrix values = Matrix.copyOf(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 4);
    // Two units of the steps {1, 3, 5, 7} and {2, 4, 6, 8}: mean 4 and 5, variance 5 each; all together 5.25 around 4.5.
    assertThat(LayerMoments.of(List.of(new LayerView.Sequence(Kind.DENSE, 2, 2, values, Optional.empty()))))
        .containsExactly(new LayerMoments(List.of(0), Kind.DENSE, 4.5, 5.25, 5, 20.5));
    // Two maps of {1, 2, 5, 6} and {3, 4, 7, 8}: variance 4.25 each.
    LayerView maps = new LayerView.Maps(Kind.CONVOLUTION, 2, 1, 2, values, Optional.empty());
    assertThat(LayerMoments.of(List.of(maps)).getFirst().unitVariance()).isEqualTo(4.25);
    // Four columns of {1, 5}, ...: variance 4 each; a block has the units of its last layer.
    LayerView units = new LayerView.Units(Kind.DENSE, values, Optional.empty());
    LayerView block =
        new LayerView.Block(Kind.RESIDUAL, 0, Matrix.EMPTY, List.of(maps, units), Optional.empty(), values);
    assertThat(LayerMoments.of(List.of(units, block))).extracting(LayerMoments::place)
        .containsExactly(List.of(0), List.of(1, 0), List.of(1, 1), List.of(1));
    assertThat(LayerMoments.of(List.of(units, block))).extracting(LayerMoments::unitVariance)
        .containsExactly(4.0, 4.25, 4.0, 4.0);
  }

  /// Units of ReLU with the same weights would have the moments of a rectified normal; here each has its own, which are
  /// measured at inference and put into the formula.
  @ParameterizedTest @CsvSource({"0.1", "0.3", "0.5"})
  void dropoutShiftsTheVarianceAsItsFormulaSays(double p) {
    LayerRuns runs = runs(List.of(new LayerSpec.DenseLayer(60), RELU, new LayerSpec.Drop(p, new DropoutSpec.Inverted())), 20, 0);
    Tensor x = normal(2000, 20, 0, 1, 1);
    VarianceShift.Layer drop = VarianceShift.of(runs, x, 10).layers().get(3);
    assertThat(drop.kind()).isEqualTo(Kind.DROPOUT);
    Matrix values = runs.run(x, Mode.INFERENCE).get(3).values();
    double training = 0, inference = 0;
    for (int c = 0; c < 60; c++) {
      double mean = 0, square = 0;
      for (int r = 0; r < 2000; r++) {
        mean += values.at(r, c) / 2000;
        square += values.at(r, c) * values.at(r, c) / 2000;
      }
      training += VarianceRatio.training(mean, square - mean * mean, VarianceRatio.ofDropout(p)) / 60;
      inference += (square - mean * mean) / 60;
    }
    assertThat(drop.inference()).isCloseTo(inference, within(1e-9));
    // 10 x 2000 x 60 draws: about one per cent at four standard deviations.
    assertThat(drop.training() / training).isCloseTo(1, within(0.01));
    assertThat(drop.ratio()).isCloseTo(inference / training, within(0.01));
  }

  @Test void uniformNoiseShiftsLittle() {
    LayerRuns runs = runs(List.of(new LayerSpec.Drop(0.5, new DropoutSpec.Uniform(0.9))), 50, 0);
    VarianceShift shift = VarianceShift.of(runs, normal(2000, 50, 0, 2, 1), 10);
    assertThat(shift.layers().get(1).ratio()).isCloseTo(3 / (3 + 0.81), within(0.01));
  }

  /// Batch norm gives variance 1 in training; at inference, behind dropout, it divides by a variance that has shifted.
  @Test void theOrderOfDropoutAndBatchNormDecidesWhatIsMetAtInference() {
    LayerSpec drop = new LayerSpec.Drop(0.5, new DropoutSpec.Inverted());
    Tensor x = normal(2000, 20, 0, 1, 1);
    List<VarianceShift.Layer> before = VarianceShift.of(runs(List.of(drop, NORM), 20, 120), x, 4).layers();
    assertThat(before.get(2).kind()).isEqualTo(Kind.BATCH_NORM);
    assertThat(before.get(2).training()).isCloseTo(1, within(1e-3));
    assertThat(before.get(2).ratio()).isCloseTo(0.5, within(0.03));
    List<VarianceShift.Layer> after = VarianceShift.of(runs(List.of(NORM, drop), 20, 120), x, 4).layers();
    assertThat(after.get(1).ratio()).isCloseTo(1, within(0.06));
    List<VarianceShift.Layer> between = VarianceShift.of(runs(List.of(NORM, RELU, drop, new LayerSpec.DenseLayer(20), NORM),
        20, 120), x, 4).layers();
    assertThat(between.get(5).ratio()).isBetween(0.3, 0.8);
    List<VarianceShift.Layer> layerNorm = VarianceShift.of(runs(List.of(drop, new LayerSpec.LayerNorm(1e-5)), 20, 1), x, 4).layers();
    assertThat(layerNorm.get(2).ratio()).isCloseTo(1, within(0.03));
  }

  @Test void lookingChangesNothing() {
    LayerRuns runs = runs(List.of(NORM, new LayerSpec.DenseLayer(4)), 3, 2);
    Tensor x = normal(50, 3, 1, 2, 9);
    Matrix once = runs.run(x, Mode.INFERENCE).getLast().values();
    VarianceShift.of(runs, x, 3);
    assertThat(runs.run(x, Mode.INFERENCE).getLast().values()).isEqualTo(once);
  }

  /// A run of the session's own: what the copy of its frame puts out is what its predictor says.
  @Test void aTrainedNetworkIsSeenFromItsFrame() {
    Experiment experiment = ExperimentJson.read("""
        {"data": {"set": "two-moons", "training": 200, "validation": 300},
         "network": {"body": [{"type": "dense", "units": 24}, {"type": "activate"}, {"type": "dropout", "p": 0.5},
                              {"type": "batch-norm"}], "hidden": [{"units": 8, "drop": 0.2}]},
         "training": {"twin": false}}""", "seen.json");
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < 20) session.step();
    Frame frame = new FrameBuilder(session).present(1, new RunState.Paused(), 0);
    LayerRuns runs = LayerRuns.of(frame, data.schema());
    Matrix logits = runs.run(data.validation().x(), Mode.INFERENCE).getLast().values();
    Tensor probabilities = Predictor.of(frame, data.schema()).deterministic(data.validation().x());
    for (int row = 0; row < 300; row++)
      assertThat(1 / (1 + Math.exp(-logits.at(row, 0)))).isCloseTo(probabilities.at(row, 1), within(1e-5));
    List<VarianceShift.Layer> layers = VarianceShift.of(runs, data.train().x(), 20).layers();
    assertThat(layers).extracting(VarianceShift.Layer::kind).containsExactly(Kind.DROPOUT, Kind.DENSE, Kind.ACTIVATION,
        Kind.DROPOUT, Kind.BATCH_NORM, Kind.DENSE, Kind.ACTIVATION, Kind.DROPOUT, Kind.DENSE);
    assertThat(layers.get(2).ratio()).isEqualTo(1);
    assertThat(layers.get(3).ratio()).isLessThan(0.8);
    assertThat(layers.get(4).ratio()).isCloseTo(layers.get(3).ratio(), within(0.15));
  }

  /// Klambauer et al. 2017: mean 0 and variance 1 are kept. 128 units and 512 examples are far from independent, for all
  /// examples share the weights; the mean scatters by 1/√128 from layer to layer.
  @ParameterizedTest @CsvSource({"0.05", "0.1", "0.2"})
  void alphaDropoutKeepsMeanAndVarianceThroughTenLayers(double p) {
    SelfNormalisation.Size size = SelfNormalisation.Size.STANDARD;
    SelfNormalisation depth = SelfNormalisation.of(new DropoutSpec.Alpha(false), p, size, 3);
    assertThat(depth.means()).hasSize(10).allSatisfy(mean -> assertThat(mean).isCloseTo(0, within(0.12)));
    assertThat(depth.variances()).hasSize(10).allSatisfy(v -> assertThat(v).isCloseTo(1, within(0.2)));
  }

  /// Of many weights a sum is normal, with the mean square of its inputs as variance: E[x²] → E[selu(z)²] / (1 - p) with
  /// z ~ N(0, E[x²]), integrated numerically.
  @ParameterizedTest @CsvSource({"0.1", "0.3"})
  void plainDropoutBreaksThemAsTheMeanFieldRecursionSays(double p) {
    SelfNormalisation.Size size = new SelfNormalisation.Size(10, 400, 200);
    SelfNormalisation depth = SelfNormalisation.of(new DropoutSpec.Inverted(), p, size, 3);
    double square = 1;
    for (int layer = 0; layer < 10; layer++) {
      double[] moments = selu(square);
      square = moments[1] / (1 - p);
      assertThat(depth.variances().get(layer)).as("layer %d", layer)
          .isCloseTo(square - moments[0] * moments[0], within(0.1 * square));
      assertThat(depth.means().get(layer)).isCloseTo(moments[0], within(0.1));
    }
    assertThat(depth.variances().getLast()).isGreaterThan(1.2);
  }

  private static double[] selu(double variance) {
    NormalDistribution normal = new NormalDistribution();
    double[] moments = new double[2];
    for (double z = -8; z < 8; z += 0.001) {
      double x = Math.sqrt(variance) * z, y = 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
      moments[0] += y * normal.density(z) * 0.001;
      moments[1] += y * y * normal.density(z) * 0.001;
    }
    return moments;
  }
}
