package dropoutlab.claim.features;

import dropoutlab.claim.Bench;
import dropoutlab.data.DataSet;
import dropoutlab.data.DataSets;
import dropoutlab.data.Examples;
import dropoutlab.frame.Matrix;
import dropoutlab.frame.Weights;
import dropoutlab.predict.ProgressMonitor;
import dropoutlab.spec.Activation;
import dropoutlab.spec.DataSpec;
import dropoutlab.spec.Experiment;
import dropoutlab.spec.GeneratedSet;
import dropoutlab.spec.Initialisation;
import dropoutlab.spec.NetworkSpec;
import dropoutlab.spec.NetworkSpec.HiddenLayer;
import dropoutlab.spec.OptimiserSpec;
import dropoutlab.spec.RegulariserSpec;
import dropoutlab.spec.TrainingSpec;
import dropoutlab.theory.ExactNetwork;
import dropoutlab.theory.Likeness;
import dropoutlab.theory.TakenAway;
import dropoutlab.train.TrainingSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A network and its twin, trained with one seed, and both tried with every set of units taken away.
record TakenTrial(long seed, Tried own, Tried twin) {
  /// How many seeds are trained: the shown one and those after it.
  static final int SEEDS = 5;

  /// @param likeness       mean |correlation| of two units, in double precision
  /// @param engineLikeness the same of the engine's values
  /// @param inputs         the weights from the inputs into the first layer, (inputs x units)
  record Tried(TakenAway exact, TakenAway engine, double likeness, double engineLikeness, Matrix inputs) {}

  /// What is trained.
  record Asked(long seed, double p, int units, boolean digits) {
    /// The networks that the bench shows: on moons that of the bench of all thinned networks, on digits one whose units
    /// look at the pixels.
    Experiment experiment() {
      HiddenLayer first = new HiddenLayer(12, Activation.GELU, 0);
      List<HiddenLayer> hidden = digits ? List.of(new HiddenLayer(units, Activation.RELU, p))
          : List.of(first, new HiddenLayer(units, Activation.GELU, p));
      DataSpec data = digits ? new DataSpec.Generated(GeneratedSet.DIGITS, 400, 400, .4, null)
          : new DataSpec.Generated(GeneratedSet.TWO_MOONS, 64, 400, .33, null);
      OptimiserSpec adam = new OptimiserSpec.Adam(digits ? .003 : .008, .9, .999, 1e-8);
      TrainingSpec training = digits ? new TrainingSpec(60, 32, true) : new TrainingSpec(200, 16, true);
      return new Experiment("units-taken-away", null, data, new NetworkSpec(0, hidden, Initialisation.HE), adam,
          RegulariserSpec.OFF, training, seed, List.of());
    }

    private Asked next(int by) { return new Asked(seed + by, p, units, digits); }
  }

  static List<TakenTrial> all(Asked asked, ProgressMonitor watch) {
    List<TakenTrial> trials = new ArrayList<>();
    for (int i = 0; i < SEEDS; i++) {
      watch.done((double) i / SEEDS);
      trials.add(of(asked.next(i), watch));
    }
    return List.copyOf(trials);
  }

  private static TakenTrial of(Asked asked, ProgressMonitor watch) {
    Experiment experiment = asked.experiment();
    DataSet data = DataSets.load(experiment, Path.of(""));
    TrainingSession session = new TrainingSession(experiment, data);
    while (session.progress().epoch() < experiment.training().epochs()) {
      Bench.check(watch);
      session.step();
      session.failure().ifPresent(failure -> { throw new IllegalArgumentException(failure.cause()); });
    }
    return new TakenTrial(asked.seed(), tried(experiment.network(), session.weights(), data, watch),
        tried(experiment.network(), session.twinWeights().orElseThrow(), data, watch));
  }

  private static Tried tried(NetworkSpec spec, Weights weights, DataSet data, ProgressMonitor watch) {
    ExactNetwork exact = new ExactNetwork(weights, spec.hidden().stream().map(HiddenLayer::activation).toList());
    PinnedUnits engine = new PinnedUnits(spec, weights, data);
    Runnable each = () -> Bench.check(watch);
    return new Tried(TakenAway.of(exact, data.validation(), each), engine.count(each),
        Likeness.mean(hidden(exact, data.validation())), Likeness.mean(engine.values()), weights.weights().getFirst());
  }

  private static Matrix hidden(ExactNetwork network, Examples examples) {
    double[][] values = new double[examples.size()][];
    for (int i = 0; i < values.length; i++) {
      double[] inputs = new double[examples.x().cols()];
      for (int c = 0; c < inputs.length; c++) inputs[c] = examples.x().at(i, c);
      values[i] = network.hidden(inputs).values();
    }
    return Matrix.generate(values.length, network.units(), (r, c) -> values[r][c]);
  }
}
