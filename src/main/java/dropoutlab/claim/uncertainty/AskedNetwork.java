package dropoutlab.claim.uncertainty;

import dropoutlab.claim.Bench;
import dropoutlab.claim.Remembered;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Weights;
import dropoutlab.math.RandomStream.Purpose;
import dropoutlab.math.RandomStream;
import dropoutlab.math.Tensor;
import dropoutlab.nn.Network;
import dropoutlab.predict.Predictor;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.theory.NoisyMoons;
import dropoutlab.theory.ThinnedNetwork;
import dropoutlab.theory.ThinnedOutputs;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.List;

/// A small network that was trained on 64 points of two moons, and on the labels that were asked for at one place. A
/// label is drawn by the set's own rule: it is the class that the noise would put there, with the probability of that
/// class.
final class AskedNetwork {
  static final int UNITS = 8;
  private static final int TRAINING = 64, EPOCHS = 200, BATCH = 16;
  private static final double NOISE = .33;
  /// The streams 0 to 2 of the data belong to the set itself.
  private static final int LABELS = 3;

  /// @param at where labels were asked for; empty where none were, so that the place then decides nothing
  private record Key(double p, int labels, List<Double> at, long seed) {}

  private static final Remembered<Key, AskedNetwork> TRAINED = new Remembered<>();

  private final Key key;
  private final DataSet data;
  private final Weights weights;
  private final ThinnedNetwork thinned;

  private AskedNetwork(Key key, DataSet data, Weights weights) {
    this.key = key;
    this.data = data;
    this.weights = weights;
    thinned = new ThinnedNetwork(weights, key.p);
  }

  static AskedNetwork of(double p, int labels, List<Double> at, long seed, ProgressMonitor watch) {
    Key key = new Key(p, labels, labels == 0 ? List.of() : at, seed);
    return TRAINED.get(key, () -> train(key, watch));
  }

  private static AskedNetwork train(Key key, ProgressMonitor watch) {
    Experiment experiment =
        new Experiment("moons", null, new DataSpec.Generated(GeneratedSet.TWO_MOONS, TRAINING, 1, NOISE, null),
        spec(key.p), OptimiserSpec.standard(OptimiserSpec.Adam.class), RegulariserSpec.OFF,
        new TrainingSpec(EPOCHS, BATCH, false), key.seed, List.of());
    DataSet data = asked(DataSets.load(experiment, Path.of("")), key);
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < EPOCHS && session.failure().isEmpty()) {
      Bench.check(watch);
      session.step();
      watch.done((double) session.progress().epoch() / EPOCHS);
    }
    session.failure().ifPresent(failure -> { throw new IllegalArgumentException(failure.cause()); });
    return new AskedNetwork(key, data, session.weights());
  }

  private static NetworkSpec spec(double p) {
    return new NetworkSpec(0, List.of(new NetworkSpec.HiddenLayer(12, Activation.GELU, 0),
        new NetworkSpec.HiddenLayer(UNITS, Activation.GELU, p)), Initialisation.HE);
  }

  /// The data with the labels that were asked for behind them.
  private static DataSet asked(DataSet data, Key key) {
    if (key.labels == 0) return data;
    Examples before = data.train();
    int all = before.size() + key.labels;
    Tensor x = new Tensor(all, 2), y = new Tensor(all, 1);
    RandomStream draw = RandomStream.of(key.seed, Purpose.DATA, LABELS);
    double second = new NoisyMoons(NOISE).second(key.at.getFirst(), key.at.getLast());
    for (int row = 0; row < all; row++) {
      boolean old = row < before.size();
      if (old) x.copyRow(row, before.x(), row);
      else for (int c = 0; c < 2; c++) x.set(row, c, (float) data.schema().inputScaling().toScaled(c, key.at.get(c)));
      y.set(row, 0, old ? before.y().at(row, 0) : draw.nextDouble() < second ? 1 : 0);
    }
    return data.with(d -> d.train(new Examples(x, y)));
  }

  DataSet data() { return data; }

  /// Returns a place as the network reads it.
  float[] scaled(double x, double y) {
    return new float[] {(float) data.schema().inputScaling().toScaled(0, x),
        (float) data.schema().inputScaling().toScaled(1, y)};
  }

  /// Returns what all thinned networks say at a place.
  ThinnedOutputs exact(double x, double y) {
    float[] at = scaled(x, y);
    return new ThinnedOutputs(key.p, weights.biases().getLast().get(0), thinned.terms(at[0], at[1]));
  }

  /// Returns how large the numbers are that the engine adds up there: the bias and all terms, each scaled as if kept.
  double size(double x, double y) {
    float[] at = scaled(x, y);
    double sum = Math.abs(weights.biases().getLast().get(0));
    for (double term : thinned.terms(at[0], at[1])) sum += Math.abs(term) / (1 - key.p);
    return sum;
  }

  /// Returns the network that predicts.
  Predictor predictor(long seed) { return new Predictor(data.schema(), spec(key.p), weights, seed); }

  /// Returns the engine's network alone, whose masks can be forced.
  Network network() {
    Network network = new Network(spec(key.p), data.schema().shape(), 1,
        layer -> RandomStream.of(key.seed, Purpose.PREDICTION, layer));
    network.load(weights);
    return network;
  }
}
